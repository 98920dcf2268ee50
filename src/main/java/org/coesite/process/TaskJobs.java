package org.coesite.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.BatchTask;
import org.coesite.search.Parcel;
import org.coesite.search.Purpose;
import org.coesite.search.Refinement;
import org.coesite.search.RelaxationJob;
import org.coesite.search.Rescreening;
import org.coesite.search.SecondScreening;

/** The relaxations that a task asks for, done or not, as its variables say. */
record TaskJobs(BatchRelaxation batches, SecondScreening rescreening, Refinement refinement) {

  List<RelaxationJob> of(DelegateExecution execution) {
    return of(execution.getProcessBusinessKey(), execution.getVariables());
  }

  List<RelaxationJob> of(String search, Map<String, Object> variables) {
    if (variables.containsKey(RefineCandidateModel.SUBJECT.name())) {
      return List.of(
          refinement.job(
              search,
              RefineCandidateModel.SUBJECT.in(variables),
              Purpose.valueOf(RefineCandidateModel.PURPOSE.in(variables))));
    }
    int batch = GenerationModel.BATCH.in(variables);
    if (variables.containsKey(ScreenAgainModel.PLAN.name())) {
      return rescreening.jobs(
          search, Parcel.unpack(ScreenAgainModel.PLAN.in(variables), Rescreening.class), batch);
    }
    return batches.jobs(new BatchTask(search, GenerationModel.GENERATION.in(variables), batch));
  }
}
