package org.coesite.process;

import java.util.List;

/** What those have to know of the models who see the engine from outside. */
public final class Models {

  /** Key of the process that is a search; its business key is the name of the search. */
  public static final String SEARCH = StructureSearchModel.KEY;

  /** Keys of all processes. */
  public static final List<String> PROCESSES =
      List.of(SEARCH, GenerationModel.KEY, ScreenAgainModel.KEY, RefineCandidateModel.KEY);

  /** Class path resources of all models; each calls others of its own deployment. */
  public static final List<String> RESOURCES =
      List.of(
          StructureSearchModel.RESOURCE,
          GenerationModel.RESOURCE,
          ScreenAgainModel.RESOURCE,
          RefineCandidateModel.RESOURCE,
          FailurePolicyModel.RESOURCE);

  /** Variable of a task with what is to be done, a {@link org.coesite.search.WorkParcel}. */
  public static final String WORK = "work";

  /** Variable of a task with what came out, a {@link org.coesite.search.ResultParcel}. */
  public static final String RESULTS = "results";

  /** Variable of a new search with what it is about, a {@link org.coesite.search.SearchOrder}. */
  public static final String ORDER = "order";

  /** Variable of an ended search with its figures, a {@link org.coesite.search.SearchSummary}. */
  public static final String SUMMARY = "summary";

  /** Error that a worker raises where trying again is no use. */
  public static final String CALCULATOR_REFUSED = GenerationModel.CALCULATOR_REFUSED;

  /** A task that breaks its worker this often waits for a person. */
  public static final int ATTEMPTS = RelaxationWork.ATTEMPTS;

  private Models() {}

  /** What a worker subscribes to that has a calculator. */
  public static String topic(String calculator) {
    return GenerationModel.topic(calculator);
  }
}
