package org.coesite.web.optimade;

import java.util.ArrayList;
import java.util.List;
import org.coesite.web.optimade.Filter.Demand;
import org.coesite.web.optimade.Filter.Quantity;
import org.coesite.web.optimade.Operand.Name;
import org.jspecify.annotations.Nullable;

/** Reads filters: one method for each rule of the grammar. */
final class FilterParser {

  /** Brackets within brackets; deeper ones could exhaust the stack. */
  private static final int DEEPEST = 100;

  private final FilterScanner scanner;
  private int depth;

  private FilterParser(FilterScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Reads a filter.
   *
   * @throws RefusalException with the place, if it does not follow the grammar
   */
  static Filter parse(String text) {
    FilterScanner scanner = new FilterScanner(text);
    Filter filter = new FilterParser(scanner).expression();
    if (!scanner.isAtEnd()) {
      throw scanner.expected("AND, OR or the end");
    }
    return filter;
  }

  private Filter expression() {
    List<Filter> clauses = new ArrayList<>();
    do {
      clauses.add(clause());
    } while (scanner.take("OR"));
    return clauses.size() == 1 ? clauses.get(0) : new Filter.Or(clauses);
  }

  private Filter clause() {
    List<Filter> phrases = new ArrayList<>();
    do {
      phrases.add(phrase());
    } while (scanner.take("AND"));
    return phrases.size() == 1 ? phrases.get(0) : new Filter.And(phrases);
  }

  private Filter phrase() {
    boolean negated = scanner.take("NOT");
    Filter phrase = scanner.take("(") ? inBrackets() : comparison();
    return negated ? new Filter.Not(phrase) : phrase;
  }

  private Filter inBrackets() {
    if (++depth > DEEPEST) {
      throw scanner.expected("at most %d brackets within each other".formatted(DEEPEST));
    }
    Filter inside = expression();
    scanner.require(")");
    depth--;
    return inside;
  }

  private Filter comparison() {
    @Nullable Name name = name();
    if (name != null) {
      return propertyFirst(name);
    }
    @Nullable Operand constant = constant();
    if (constant == null) {
      throw scanner.expected("a property, a value, NOT or '('");
    }
    @Nullable Relation relation = relation(false);
    if (relation == null) {
      throw scanner.expected("one of = != < <= > >=");
    }
    return new Filter.Comparison(constant, relation, comparable(constant, relation));
  }

  private Filter propertyFirst(Name name) {
    if (scanner.take("IS")) {
      return new Filter.Known(name, known());
    }
    if (scanner.take("HAS")) {
      return has(List.of(name));
    }
    if (scanner.take("LENGTH")) {
      @Nullable Relation relation = relation(false);
      return new Filter.Length(name, relation == null ? Relation.EQUAL : relation, value());
    }
    if (scanner.take(":")) {
      return correlated(name);
    }
    @Nullable Relation relation = relation(true);
    return relation == null
        ? new Filter.Holds(name)
        : new Filter.Comparison(name, relation, comparable(name, relation));
  }

  private boolean known() {
    if (scanner.take("KNOWN")) {
      return true;
    }
    scanner.require("UNKNOWN");
    return false;
  }

  private Filter correlated(Name first) {
    List<Name> lists = new ArrayList<>(List.of(first));
    do {
      @Nullable Name next = name();
      if (next == null) {
        throw scanner.expected("a property");
      }
      lists.add(next);
    } while (scanner.take(":"));
    scanner.require("HAS");
    return has(lists);
  }

  private Filter has(List<Name> lists) {
    @Nullable Quantity quantity = quantity();
    List<List<Demand>> demands = new ArrayList<>();
    do {
      demands.add(demands(lists.size()));
    } while (quantity != null && scanner.take(","));
    return new Filter.Has(lists, quantity == null ? Quantity.ANY : quantity, demands);
  }

  private @Nullable Quantity quantity() {
    for (Quantity quantity : Quantity.values()) {
      if (scanner.take(quantity.name())) {
        return quantity;
      }
    }
    return null;
  }

  private List<Demand> demands(int lists) {
    List<Demand> demands = new ArrayList<>();
    do {
      demands.add(demand());
    } while (demands.size() < lists && scanner.take(":"));
    if (demands.size() < lists) {
      throw scanner.expected("':' and value %d of %d".formatted(demands.size() + 1, lists));
    }
    return demands;
  }

  private Demand demand() {
    @Nullable Relation relation = relation(true);
    return relation == null
        ? new Demand(Relation.EQUAL, value())
        : new Demand(relation, comparable(null, relation));
  }

  private @Nullable Relation relation(boolean ofText) {
    for (Relation relation : Relation.values()) {
      if ((ofText || !relation.isOfText()) && scanner.take(relation.token())) {
        if (relation.isOfText() && relation != Relation.CONTAINS) {
          scanner.take("WITH");
        }
        return relation;
      }
    }
    return null;
  }

  /** The right side of a relation: {@code TRUE} and {@code FALSE} have no order. */
  private Operand comparable(@Nullable Operand left, Relation relation) {
    Operand right = value();
    if (relation.isOfOrder() && (left instanceof Operand.Flag || right instanceof Operand.Flag)) {
      throw scanner.expected("= or != with TRUE or FALSE, before this");
    }
    return right;
  }

  private Operand value() {
    @Nullable Operand constant = constant();
    @Nullable Operand value = constant == null ? name() : constant;
    if (value == null) {
      throw scanner.expected("a value");
    }
    return value;
  }

  private @Nullable Operand constant() {
    @Nullable String text = scanner.string();
    if (text != null) {
      return new Operand.Text(text);
    }
    @Nullable Double number = scanner.number();
    if (number != null) {
      return new Operand.Amount(number);
    }
    if (scanner.take("TRUE")) {
      return new Operand.Flag(true);
    }
    return scanner.take("FALSE") ? new Operand.Flag(false) : null;
  }

  private @Nullable Name name() {
    @Nullable String first = scanner.identifier();
    if (first == null) {
      return null;
    }
    List<String> identifiers = new ArrayList<>(List.of(first));
    while (scanner.take(".")) {
      @Nullable String next = scanner.identifier();
      if (next == null) {
        throw scanner.expected("an identifier");
      }
      identifiers.add(next);
    }
    return new Name(identifiers);
  }
}
