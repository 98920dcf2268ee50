package org.coesite.crystal.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rcsb.cif.CifOptions;
import org.rcsb.cif.ParsingException;
import org.rcsb.cif.model.Block;
import org.rcsb.cif.model.Column;
import org.rcsb.cif.text.TextCifReader;

/**
 * The data items of one CIF block by name.
 *
 * <p>Names are found in either spelling, {@code _cell_length_a} or {@code _cell.length_a}, and in
 * any case. Values {@code ?} and {@code .} count as absent.
 */
final class CifBlock {

  private final String source;
  private final Map<String, List<String>> items = new HashMap<>();

  private CifBlock(Block block, String source) {
    this.source = source;
    block
        .getCategories()
        .forEach(
            (category, columns) ->
                columns
                    .getColumns()
                    .forEach((name, column) -> items.put(key(category, name), values(column))));
  }

  /** The first block of a text that holds a cell. */
  static CifBlock read(String text, String source) {
    if (text.isBlank()) {
      throw new StructureFormatException(source, "the file is empty");
    }
    try {
      return new TextCifReader(CifOptions.builder().build())
          .readText(EmptyLoops.removed(text)).getBlocks().stream()
              .map(block -> new CifBlock(block, source))
              .filter(block -> block.items.containsKey("cell_length_a"))
              .findFirst()
              .orElseThrow(
                  () ->
                      new StructureFormatException(
                          source, "_cell_length_a", "missing; a structure needs its cell"));
    } catch (ParsingException e) {
      throw new StructureFormatException(source, "no CIF: " + e.getMessage());
    } catch (ArithmeticException e) {
      // The reader divides the values of a loop among its columns.
      throw new StructureFormatException(source, "no CIF: a loop_ names no items");
    } catch (IndexOutOfBoundsException e) {
      // The reader cuts the category of a loop's first item from the names of all.
      throw new StructureFormatException(
          source, "no CIF: a loop_ names items of different categories");
    }
  }

  private static String key(String category, String name) {
    String key = name.isEmpty() ? category : category + "_" + name;
    return key.toLowerCase(Locale.ROOT).replace('.', '_');
  }

  private static List<String> values(Column<?> column) {
    return column.stringData().toList();
  }

  /** The values of a loop's column, {@code ?} and {@code .} among them; empty if it is absent. */
  List<String> column(String name) {
    return items.getOrDefault(name.substring(1).toLowerCase(Locale.ROOT), List.of());
  }

  /** The first present value among names in order of preference. */
  Optional<String> value(String... names) {
    for (String name : names) {
      for (String value : column(name)) {
        if (isPresent(value)) {
          return Optional.of(value.strip());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a value is neither unknown nor inapplicable. */
  static boolean isPresent(String value) {
    return !value.isBlank() && !value.equals("?") && !value.equals(".");
  }

  /** A number that has to be there; a standard uncertainty in brackets is left off. */
  double number(String name) {
    return number(name, value(name).orElseThrow(() -> fault(name, "missing")));
  }

  /** The number in a value of an item; a standard uncertainty in brackets is left off. */
  double number(String name, String value) {
    String digits = value.replaceFirst("\\(\\d*\\)?$", "");
    try {
      double number = Double.parseDouble(digits);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault(name, "'" + value + "' is no number");
    }
    throw fault(name, "'" + value + "' is not finite");
  }

  /** A fault in an item. */
  StructureFormatException fault(String name, String problem) {
    return new StructureFormatException(source, name, problem);
  }

  /** Name of the file. */
  String source() {
    return source;
  }
}
