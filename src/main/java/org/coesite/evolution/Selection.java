package org.coesite.evolution;

import java.util.List;

/**
 * What the next generation is made from.
 *
 * @param generation the generation to come
 * @param carriedOver ids of the best structures, taken over unchanged, lowest energy first
 * @param offspring what is to be made by operators, in slot order
 */
public record Selection(int generation, List<String> carriedOver, List<Mating> offspring) {

  /** Keeps its own copies. */
  public Selection {
    carriedOver = List.copyOf(carriedOver);
    offspring = List.copyOf(offspring);
  }

  /**
   * One structure to be made.
   *
   * @param slot its position in the generation to come
   * @param operator what is to make it
   * @param parents ids of the structures to make it from
   */
  public record Mating(int slot, OperatorName operator, List<String> parents) {

    /** Keeps its own copy. */
    public Mating {
      parents = List.copyOf(parents);
    }
  }
}
