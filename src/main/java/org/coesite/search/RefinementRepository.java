package org.coesite.search;

import java.util.List;

/** Keeps which structures of a search are refined and what that led to. */
public interface RefinementRepository {

  /** Keeps the ids to refine in their order; what is kept already stays. */
  void plan(String search, List<String> subjects);

  /** The ids to refine in their order; empty before they are chosen. */
  List<String> planned(String search);

  /** Keeps what refining a structure led to, over what was kept before. */
  void save(String search, RefinedStructure refined);

  /** What refining led to, in the order of the plan. */
  List<RefinedStructure> of(String search);
}
