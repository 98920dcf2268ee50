package org.coesite.web.optimade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coesite.web.optimade.Filter.Demand;
import org.coesite.web.optimade.Filter.Quantity;
import org.coesite.web.optimade.Operand.Amount;
import org.coesite.web.optimade.Operand.Flag;
import org.coesite.web.optimade.Operand.Name;
import org.coesite.web.optimade.Operand.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

  private static final Filter A = new Filter.Comparison(name("a"), Relation.GREATER, amount(1));
  private static final Filter B = new Filter.Comparison(name("b"), Relation.EQUAL, text("x"));
  private static final Filter C = new Filter.Known(name("c"), true);

  private static Name name(String... identifiers) {
    return new Name(List.of(identifiers));
  }

  private static Text text(String text) {
    return new Text(text);
  }

  private static Amount amount(double amount) {
    return new Amount(amount);
  }

  private static Filter comparison(Operand left, Relation relation, Operand right) {
    return new Filter.Comparison(left, relation, right);
  }

  @Test
  void not_binds_closer_than_and_and_that_closer_than_or() {
    assertThat(FilterParser.parse("NOT a > 1 OR b = \"x\" AND c IS KNOWN"))
        .isEqualTo(new Filter.Or(List.of(new Filter.Not(A), new Filter.And(List.of(B, C)))));
    assertThat(FilterParser.parse("NOT (a > 1 OR b = \"x\") AND c IS KNOWN"))
        .isEqualTo(new Filter.And(List.of(new Filter.Not(new Filter.Or(List.of(A, B))), C)));
  }

  @Test
  void blanks_may_be_anywhere_between_tokens_or_nowhere() {
    Filter filter = new Filter.And(List.of(A, new Filter.Not(B)));

    assertThat(FilterParser.parse("\t a\n>\r1 AND  NOT b= \"x\" ")).isEqualTo(filter);
    assertThat(FilterParser.parse("a>1ANDNOTb=\"x\"")).isEqualTo(filter);
  }

  @Test
  void constants_may_stand_first_and_properties_on_both_sides() {
    assertThat(FilterParser.parse("1<a"))
        .isEqualTo(comparison(amount(1), Relation.LESS, name("a")));
    assertThat(FilterParser.parse("a != b.c"))
        .isEqualTo(comparison(name("a"), Relation.NOT_EQUAL, name("b", "c")));
    assertThat(FilterParser.parse("5 < 7"))
        .isEqualTo(comparison(amount(5), Relation.LESS, amount(7)));
  }

  @Test
  void parts_of_texts_are_asked_with_and_without_with() {
    Filter starts = comparison(name("a"), Relation.STARTS_WITH, text("Si"));

    assertThat(FilterParser.parse("a STARTS WITH \"Si\"")).isEqualTo(starts);
    assertThat(FilterParser.parse("a STARTS \"Si\"")).isEqualTo(starts);
    assertThat(FilterParser.parse("a ENDS WITH \"O2\""))
        .isEqualTo(comparison(name("a"), Relation.ENDS_WITH, text("O2")));
    assertThat(FilterParser.parse("a CONTAINS \"O\""))
        .isEqualTo(comparison(name("a"), Relation.CONTAINS, text("O")));
  }

  @Test
  void truths_stand_alone_or_are_compared() {
    assertThat(FilterParser.parse("NOT _exmpl_x AND _exmpl_y = FALSE"))
        .isEqualTo(
            new Filter.And(
                List.of(
                    new Filter.Not(new Filter.Holds(name("_exmpl_x"))),
                    comparison(name("_exmpl_y"), Relation.EQUAL, new Flag(false)))));
    assertThatThrownBy(() -> FilterParser.parse("a > TRUE"))
        .hasMessageContaining("= or != with TRUE or FALSE");
  }

  @Test
  void lists_are_asked_for_one_all_any_or_only_some_values() {
    Demand silicon = new Demand(Relation.EQUAL, text("Si"));
    Demand other = new Demand(Relation.NOT_EQUAL, text("O"));

    assertThat(FilterParser.parse("a HAS \"Si\""))
        .isEqualTo(new Filter.Has(List.of(name("a")), Quantity.ANY, List.of(List.of(silicon))));
    assertThat(FilterParser.parse("a HAS ALL \"Si\", != \"O\""))
        .isEqualTo(
            new Filter.Has(
                List.of(name("a")), Quantity.ALL, List.of(List.of(silicon), List.of(other))));
    assertThat(FilterParser.parse("a HAS ONLY \"Si\""))
        .isEqualTo(new Filter.Has(List.of(name("a")), Quantity.ONLY, List.of(List.of(silicon))));
    assertThat(FilterParser.parse("a LENGTH 3"))
        .isEqualTo(new Filter.Length(name("a"), Relation.EQUAL, amount(3)));
    assertThat(FilterParser.parse("a LENGTH >= 3"))
        .isEqualTo(new Filter.Length(name("a"), Relation.GREATER_OR_EQUAL, amount(3)));
  }

  @Test
  void correlated_lists_are_asked_for_values_at_the_same_place() {
    assertThat(FilterParser.parse("elements:elements_ratios HAS ALL \"Al\":>0.33, \"Al\":<0.34"))
        .isEqualTo(
            new Filter.Has(
                List.of(name("elements"), name("elements_ratios")),
                Quantity.ALL,
                List.of(
                    List.of(
                        new Demand(Relation.EQUAL, text("Al")),
                        new Demand(Relation.GREATER, amount(0.33))),
                    List.of(
                        new Demand(Relation.EQUAL, text("Al")),
                        new Demand(Relation.LESS, amount(0.34))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "+12",
        "-34",
        "1.2",
        ".2E7",
        "-.2E+7",
        "+10.01E-10",
        "6.03e23",
        ".1E1",
        "-.1e1",
        "1.e-12",
        "-.1e-12",
        "1.",
        ".1"
      })
  void numbers_are_those_of_the_specification(String number) {
    assertThat(FilterParser.parse("a=" + number))
        .isEqualTo(comparison(name("a"), Relation.EQUAL, amount(Double.parseDouble(number))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234D12", ".e1", "-.E1", "+.E2", "1.23E+++", "+-123"})
  void other_numbers_are_refused(String number) {
    assertThatThrownBy(() -> FilterParser.parse("a=" + number))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void a_number_beyond_the_largest_is_not_implemented() {
    assertThatThrownBy(() -> FilterParser.parse("a = 1000000000.E1000000000"))
        .isInstanceOfSatisfying(
            RefusalException.class, refusal -> assertThat(refusal.status()).isEqualTo(501))
        .hasMessageContaining("character 5")
        .hasMessageContaining("1.80e+308");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a =|character 4: expected a value, found the end",
        "a = 1 b = 2|character 7: expected AND, OR or the end, found 'b = 2'",
        "a = 1 AND|character 10: expected a property, a value, NOT or '(', found the end",
        "(a = 1|character 7: expected ')', found the end",
        "a = \"x|character 7: expected a '\"' to close the one at character 5, found the end",
        "a = \"\\n\"|character 7: expected '\"' or '\\' behind a backslash, found 'n\"'",
        "a HAS|character 6: expected a value, found the end",
        "a IS 3|character 6: expected 'UNKNOWN', found '3'",
        "a:b HAS 1|character 10: expected ':' and value 2 of 2, found the end",
        "a:b = 1|character 5: expected 'HAS', found '= 1'",
        "Nelements = 2|character 1: expected a property, a value, NOT or '(', found 'Nelements = …'",
        "\"x\" CONTAINS a|character 5: expected one of = != < <= > >=, found 'CONTAINS a'",
        "a.|character 3: expected an identifier, found the end",
        "NOT NOT a|character 5: expected a property, a value, NOT or '(', found 'NOT a'"
      })
  void a_mistake_is_told_with_its_place(String filter, String complaint) {
    assertThatThrownBy(() -> FilterParser.parse(filter)).hasMessageContaining(complaint);
  }

  @Test
  void brackets_cannot_exhaust_the_stack() {
    assertThatThrownBy(() -> FilterParser.parse("(".repeat(100_000)))
        .hasMessageContaining("at most 100 brackets within each other");
  }

  @Property(tries = 500)
  void what_is_written_is_read_as_the_same_filter(@ForAll("filters") Filter filter) {
    assertThat(FilterParser.parse(FilterText.of(filter))).isEqualTo(filter);
  }

  @Property(tries = 2000)
  void anything_is_read_or_refused(@ForAll("pieces") List<String> pieces) {
    assertThat(catchThrowable(() -> FilterParser.parse(String.join("", pieces))))
        .satisfiesAnyOf(
            failure -> assertThat(failure).isNull(),
            failure -> assertThat(failure).isInstanceOf(RefusalException.class));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "a",
                "_b.c",
                "AND",
                "OR",
                "NOT",
                "(",
                ")",
                "HAS",
                "ALL",
                "ANY",
                "ONLY",
                "IS",
                "KNOWN",
                "UNKNOWN",
                "LENGTH",
                "CONTAINS",
                "STARTS",
                "WITH",
                "=",
                "!",
                "<",
                ":",
                ",",
                ".",
                "1",
                "-.5e3",
                "\"",
                "\\",
                "\"x\"",
                "TRUE",
                " ",
                "\n",
                "ä"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<Filter> filters() {
    return filters(3);
  }

  private Arbitrary<Filter> filters(int depth) {
    Arbitrary<Filter> comparisons =
        Arbitraries.oneOf(
            Combinators.combine(names(), relations(), constants()).as(Filter.Comparison::new),
            Combinators.combine(names(), Arbitraries.of(true, false)).as(Filter.Known::new),
            names().map(Filter.Holds::new),
            Combinators.combine(names(), ordinary(), constants()).as(Filter.Length::new),
            lists());
    if (depth == 0) {
      return comparisons;
    }
    Arbitrary<List<Filter>> parts = filters(depth - 1).list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        comparisons,
        parts.map(Filter.And::new),
        parts.map(Filter.Or::new),
        filters(depth - 1).map(Filter.Not::new));
  }

  private Arbitrary<Filter> lists() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            width ->
                Combinators.combine(
                        names().list().ofSize(width),
                        Arbitraries.of(Quantity.class),
                        Combinators.combine(relations(), constants())
                            .as(Demand::new)
                            .list()
                            .ofSize(width)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(3))
                    .as(Filter.Has::new));
  }

  private Arbitrary<Name> names() {
    return Arbitraries.strings()
        .withChars("abz_")
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Name::new);
  }

  private Arbitrary<Relation> relations() {
    return Arbitraries.of(Relation.class);
  }

  private Arbitrary<Relation> ordinary() {
    return relations().filter(relation -> !relation.isOfText());
  }

  private Arbitrary<Operand> constants() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8).map(Text::new),
        Arbitraries.doubles().map(Amount::new),
        names().map(name -> name));
  }
}
