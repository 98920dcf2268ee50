package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a relaxation started from, as far as another one may repeat it.
 *
 * @param operator what made it
 * @param formulaUnits of the part that a random cell repeats; 0 for what is not random
 * @param copies parts in the cell
 * @param spaceGroup number, 0 without one
 * @param wyckoff positions taken in it, empty without one
 */
record Start(OperatorName operator, int formulaUnits, int copies, int spaceGroup, String wyckoff) {

  private static final String REPLACED = "replaced";
  private static final String NEXT = "; ";
  private static final String WITHIN = " | ";

  private static Start of(Candidate candidate) {
    Origin origin = candidate.origin();
    SortedMap<String, String> draws = origin.draws();
    int copies = Integer.parseInt(draws.getOrDefault(SubCell.COPIES, "1"));
    boolean random = origin.operator().isRandom();
    return new Start(
        origin.operator(),
        random ? candidate.structure().composition().formulaUnits() / copies : 0,
        copies,
        Integer.parseInt(draws.getOrDefault(SymmetricRandomStructure.SPACE_GROUP, "0")),
        draws.getOrDefault(SymmetricRandomStructure.WYCKOFF, ""));
  }

  /** Those that stood in the slot of a candidate and could not be relaxed, and its own. */
  static List<Start> allOf(Candidate candidate) {
    List<Start> all = new ArrayList<>();
    String replaced = candidate.origin().draws().get(REPLACED);
    if (replaced != null) {
      for (String text : replaced.split(NEXT, -1)) {
        all.add(parse(text));
      }
    }
    all.add(of(candidate));
    return all;
  }

  /**
   * The draws of what takes the place of a candidate: they tell what stood there, lest it is tried
   * again for ever.
   */
  static SortedMap<String, String> replacing(Candidate hopeless, SortedMap<String, String> draws) {
    SortedMap<String, String> longer = new TreeMap<>(draws);
    longer.put(REPLACED, String.join(NEXT, allOf(hopeless).stream().map(Start::text).toList()));
    return longer;
  }

  private String text() {
    return String.join(
        WITHIN,
        operator.key(),
        Integer.toString(formulaUnits),
        Integer.toString(copies),
        Integer.toString(spaceGroup),
        wyckoff);
  }

  private static Start parse(String text) {
    String[] words = text.split(" \\| ", -1);
    return new Start(
        OperatorName.ofKey(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        words[4]);
  }
}
