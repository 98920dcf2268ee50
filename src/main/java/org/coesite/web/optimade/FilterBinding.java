package org.coesite.web.optimade;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.coesite.web.optimade.Filter.Demand;
import org.coesite.web.optimade.Operand.Name;
import org.coesite.web.optimade.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/** Finds the properties that a filter names and sees to it that types fit. */
final class FilterBinding {

  /** Kinds of entries, by which a filter may ask for relations between them. */
  private static final Set<String> ENTRY_TYPES =
      Set.of("structures", "references", "calculations", "files");

  private final Schema schema;
  private final Set<String> foreign = new TreeSet<>();

  FilterBinding(Schema schema) {
    this.schema = schema;
  }

  /** The properties met so far that only other providers know; they have no value here. */
  Set<String> foreign() {
    return Collections.unmodifiableSet(foreign);
  }

  /**
   * A filter that can be asked of entries.
   *
   * @throws RefusalException if a property does not exist or types do not fit
   */
  Condition bind(Filter filter) {
    if (filter instanceof Filter.And and) {
      return all(and.parts(), Truth.TRUE, Truth::and);
    }
    if (filter instanceof Filter.Or or) {
      return all(or.parts(), Truth.FALSE, Truth::or);
    }
    if (filter instanceof Filter.Not not) {
      Condition part = bind(not.part());
      return entry -> part.of(entry).not();
    }
    if (filter instanceof Filter.Known known) {
      Term property = term(known.property());
      return entry -> Truth.of((property.of(entry) != null) == known.known());
    }
    if (filter instanceof Filter.Holds holds) {
      return compared(holds.property(), Relation.EQUAL, new Operand.Flag(true));
    }
    if (filter instanceof Filter.Length length) {
      return length(length);
    }
    if (filter instanceof Filter.Has has) {
      return has(has);
    }
    Filter.Comparison comparison = (Filter.Comparison) filter;
    return compared(comparison.left(), comparison.relation(), comparison.right());
  }

  private Condition all(List<Filter> parts, Truth begin, BinaryOperator<Truth> joined) {
    List<Condition> conditions = parts.stream().map(this::bind).toList();
    return entry -> conditions.stream().map(condition -> condition.of(entry)).reduce(begin, joined);
  }

  private Condition compared(Operand left, Relation relation, Operand right) {
    boolean twoConstants = !(left instanceof Name) && !(right instanceof Name);
    if (twoConstants && !(left instanceof Operand.Amount && right instanceof Operand.Amount)) {
      throw RefusalException.notImplemented(
          "filter: two constants can be compared only if both are numbers");
    }
    Term one = term(left);
    Term other = term(right);
    Term a = as(other.type(), left, one);
    Term b = as(one.type(), right, other);
    requireFit(a.name(), a.type(), relation, b);
    return entry -> {
      @Nullable Object x = a.of(entry);
      @Nullable Object y = b.of(entry);
      return x == null || y == null ? Truth.UNKNOWN : Truth.of(relation.holds(x, y));
    };
  }

  private Condition length(Filter.Length filter) {
    Term list = list(filter.list());
    Term length = term(filter.length());
    requireFit("the length of " + list.name(), ValueType.INTEGER, filter.relation(), length);
    return entry -> {
      @Nullable Object items = list.of(entry);
      @Nullable Object asked = length.of(entry);
      return items == null || asked == null
          ? Truth.UNKNOWN
          : Truth.of(filter.relation().holds(((List<?>) items).size(), asked));
    };
  }

  private Condition has(Filter.Has filter) {
    List<Term> lists = filter.lists().stream().map(this::list).toList();
    List<List<ItemDemand>> demands = new ArrayList<>();
    for (List<Demand> row : filter.demands()) {
      List<ItemDemand> bound = new ArrayList<>();
      for (int i = 0; i < lists.size(); i++) {
        bound.add(itemDemand(lists.get(i), row.get(i)));
      }
      demands.add(bound);
    }
    return new ListCondition(lists, filter.quantity(), demands);
  }

  private ItemDemand itemDemand(Term list, Demand demand) {
    @Nullable ValueType items = list.type().items();
    ValueType type = items == null ? ValueType.UNKNOWN : items;
    Term operand = as(type, demand.operand(), term(demand.operand()));
    requireFit("an item of " + list.name(), type, demand.relation(), operand);
    return new ItemDemand(demand.relation(), operand);
  }

  private Term list(Name name) {
    Term term = term(name);
    if (!term.type().is(Kind.LIST) && !term.type().is(Kind.UNKNOWN)) {
      throw RefusalException.notImplemented(
          "filter: %s is a %s; HAS and LENGTH are for lists"
              .formatted(term.name(), term.type().kind()));
    }
    return term;
  }

  private static void requireFit(String name, ValueType type, Relation relation, Term other) {
    if (!type.allows(relation, other.type())) {
      throw RefusalException.notImplemented(
          "filter: %s (%s) %s %s (%s) cannot be compared"
              .formatted(name, type.kind(), relation.token(), other.name(), other.type().kind()));
    }
  }

  /** A text that is compared with timestamps is one. */
  private static Term as(ValueType type, Operand operand, Term term) {
    if (!(operand instanceof Operand.Text text) || !type.is(Kind.TIMESTAMP)) {
      return term;
    }
    try {
      return Term.constant(ValueType.TIMESTAMP, OffsetDateTime.parse(text.text()).toInstant());
    } catch (DateTimeException notOne) {
      throw RefusalException.bad(
          "filter: '%s' is no timestamp such as 2026-12-01T08:00:00Z".formatted(text.text()));
    }
  }

  private Term term(Operand operand) {
    if (operand instanceof Operand.Text text) {
      return Term.constant(ValueType.STRING, text.text());
    }
    if (operand instanceof Operand.Amount amount) {
      return Term.constant(ValueType.FLOAT, amount.amount());
    }
    if (operand instanceof Operand.Flag flag) {
      return Term.constant(ValueType.BOOLEAN, flag.flag());
    }
    return property((Name) operand);
  }

  private Term property(Name name) {
    String first = name.identifiers().get(0);
    if (Schema.isForeign(first)) {
      foreign.add(first);
      return new Term(first, ValueType.UNKNOWN, entry -> null);
    }
    if (ENTRY_TYPES.contains(first)) {
      throw RefusalException.notImplemented(
          "filter: '%s' asks for relationships, which no entry here has".formatted(name));
    }
    Property property =
        schema
            .find(first)
            .orElseThrow(
                () -> RefusalException.bad("filter: there is no property '%s'".formatted(first)));
    Term term = new Term(first, property.type(), property.value());
    for (String key : name.identifiers().subList(1, name.identifiers().size())) {
      term = term.part(key);
    }
    return term;
  }
}
