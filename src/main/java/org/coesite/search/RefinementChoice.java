package org.coesite.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which structures of a plan a person wants refined.
 *
 * @param approved ids in the order of the plan
 * @param declined ids of the others
 */
public record RefinementChoice(List<String> approved, List<String> declined) {

  /** Stands for all ids of a plan. */
  public static final String ALL = "all";

  private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

  /**
   * The choice of ids.
   *
   * @param planned ids of the plan
   * @throws RefinementChoiceException if an id is not planned, or none is chosen
   */
  public static RefinementChoice of(List<String> planned, List<String> wanted) {
    if (wanted.isEmpty()) {
      throw new RefinementChoiceException(
          "no structure is chosen to be refined; decline the refinement instead");
    }
    Set<String> approved = new LinkedHashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (!planned.contains(wanted.get(i))) {
        throw new RefinementChoiceException(
            "structure %d of the choice, '%s', is not planned to be refined; these are: %s"
                .formatted(i + 1, wanted.get(i), String.join(", ", planned)));
      }
      approved.add(wanted.get(i));
    }
    List<String> declined = new ArrayList<>(planned);
    declined.removeAll(approved);
    return new RefinementChoice(
        planned.stream().filter(approved::contains).toList(), List.copyOf(declined));
  }

  /**
   * The choice of a text: ids with commas or blanks between, or {@value #ALL}.
   *
   * @throws RefinementChoiceException as above
   */
  public static RefinementChoice of(List<String> planned, String wanted) {
    String text = wanted.strip();
    return text.equals(ALL)
        ? new RefinementChoice(planned, List.of())
        : of(planned, text.isEmpty() ? List.of() : List.of(BETWEEN.split(text)));
  }

  /** It in one sentence. */
  public String words() {
    return declined.isEmpty()
        ? "the refinement was approved"
        : "the refinement of %s was approved, that of %s declined"
            .formatted(String.join(", ", approved), String.join(", ", declined));
  }
}
