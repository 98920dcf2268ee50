package org.coesite.adapter.gulp;

import java.util.Map;
import org.coesite.calculator.FailureReason;

/** Recorded runs of which we know better than their status: each a failure, with the reason. */
final class Departures {

  private static final String SPACE = "an asymmetric unit: the adapter writes all atoms in P1";

  /** What is wrong with a run. */
  record Departure(FailureReason verdict, String why) {}

  static final Map<String, Departure> ALL =
      Map.ofEntries(
          ignored("missing_species_block", "all charges are 0"),
          ignored("no_atoms", "there are no atoms"),
          ignored("syntax_option_nonsense", "another potential, Morse, was computed with"),
          ignored("two_structures_bks", "two structures were relaxed where one is asked for"),
          ignored("sg_corundum_bush", SPACE),
          ignored("sg_mgo_lewis", SPACE),
          ignored("sg_quartz_alpha_bks", SPACE),
          ignored("sg_quartz_alpha_slc", SPACE),
          ignored("sg_spinel_bush_origin2", SPACE),
          ignored("symmetric_output_name", SPACE));

  private Departures() {}

  private static Map.Entry<String, Departure> ignored(String name, String why) {
    return Map.entry(name, new Departure(FailureReason.SETTINGS_IGNORED, why));
  }
}
