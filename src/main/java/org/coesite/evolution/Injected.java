package org.coesite.evolution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Structure;

/**
 * A structure that a person gave to a search.
 *
 * @param number within the search, from 1
 * @param file name of the file that it came in
 * @param sha256 of the text of that file, hexadecimal
 * @param person who gave it
 * @param structure as it is relaxed
 */
public record Injected(int number, String file, String sha256, String person, Structure structure) {

  /** Name of the draw that holds the number. */
  public static final String NUMBER = "number";

  /** Name of the draw that holds the name of the file. */
  public static final String FILE = "file";

  /** Name of the draw that holds the SHA-256 of its text. */
  public static final String SHA256 = "sha256";

  /** Name of the draw that holds who gave it. */
  public static final String PERSON = "injectedBy";

  /** It in a slot of a generation. */
  Candidate candidate(int generation, int slot) {
    SortedMap<String, String> draws = new TreeMap<>();
    draws.put(NUMBER, Integer.toString(number));
    draws.put(FILE, file);
    draws.put(SHA256, sha256);
    draws.put(PERSON, person);
    return new Candidate(
        generation, slot, new Origin(OperatorName.INJECTED, List.of(), draws), structure);
  }
}
