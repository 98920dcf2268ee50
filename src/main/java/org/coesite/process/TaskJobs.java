package org.coesite.process;

import java.util.List;
import java.util.Map;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.BatchTask;
import org.coesite.search.Purpose;
import org.coesite.search.Refinement;
import org.coesite.search.RelaxationJob;

/** The relaxations that an external task asks for, done or not, as its variables say. */
record TaskJobs(BatchRelaxation batches, Refinement refinement) {

  List<RelaxationJob> of(String search, Map<String, Object> variables) {
    if (variables.containsKey(RefineCandidateModel.SUBJECT.name())) {
      return List.of(
          refinement.job(
              search,
              RefineCandidateModel.SUBJECT.in(variables),
              Purpose.valueOf(RefineCandidateModel.PURPOSE.in(variables))));
    }
    return batches.jobs(
        new BatchTask(
            search, GenerationModel.GENERATION.in(variables), GenerationModel.BATCH.in(variables)));
  }
}
