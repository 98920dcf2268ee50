package org.coesite.search;

import java.util.List;

/** Keeps which structures of a search are refined and what that led to. */
public interface RefinementRepository {

  /** Keeps the ids to refine in their order; what is kept already stays. */
  void plan(String search, List<String> subjects);

  /** The ids to refine in their order, without declined ones; empty before they are chosen. */
  List<String> planned(String search);

  /** Keeps what was known of structures of the plan when it was made. */
  void describe(String search, List<PlannedSubject> subjects);

  /** The whole plan in its order, declined structures included; empty before it is made. */
  List<PlannedSubject> described(String search);

  /** Leaves structures of the plan out, with the reason. */
  void decline(String search, List<String> subjects, String reason);

  /** Keeps what refining a structure led to, over what was kept before. */
  void save(String search, RefinedStructure refined);

  /** What refining led to, in the order of the plan. */
  List<RefinedStructure> of(String search);
}
