package org.coesite.web.optimade;

import java.util.List;

/**
 * A filter as it is written; whether its properties exist and its types fit is not known yet.
 *
 * <p>The grammar is that of the OPTIMADE specification 1.2, appendix "The Filter Language EBNF
 * Grammar", with all that is optional there.
 */
sealed interface Filter {

  /** All parts hold. */
  record And(List<Filter> parts) implements Filter {}

  /** At least one part holds. */
  record Or(List<Filter> parts) implements Filter {}

  /** The part does not hold. */
  record Not(Filter part) implements Filter {}

  /** Two values are in a relation. */
  record Comparison(Operand left, Relation relation, Operand right) implements Filter {}

  /** A property is known, or unknown. */
  record Known(Operand.Name property, boolean known) implements Filter {}

  /** A property is true. */
  record Holds(Operand.Name property) implements Filter {}

  /** A list has so many items. */
  record Length(Operand.Name list, Relation relation, Operand length) implements Filter {}

  /**
   * Items of a list, or items at the same place of several, are as demanded.
   *
   * @param demands one row for each value asked for, with one demand for each list
   */
  record Has(List<Operand.Name> lists, Quantity quantity, List<List<Demand>> demands)
      implements Filter {}

  /** What an item has to be to a value. */
  record Demand(Relation relation, Operand operand) {}

  /** How items and demands go together. */
  enum Quantity {
    /** Each demand is met by an item. */
    ALL,
    /** A demand is met by an item. */
    ANY,
    /** Each item meets a demand. */
    ONLY
  }
}
