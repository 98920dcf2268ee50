package org.coesite.symmetry;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One call to moyo, the space-group finder compiled from WebAssembly.
 *
 * <p>Each call gets an instance of its own: that costs about 2 ms, needs no locks, leaks nothing,
 * and a call that moyo breaks off leaves no damage behind.
 *
 * <p>Calls follow the convention of wasm-bindgen: text goes in as address and length, results come
 * back as places in the module's table of external references, with a flag that tells an error.
 */
final class Moyo {

  private final ScriptValues values = new ScriptValues();
  private final Instance module;
  private final TableInstance references;

  Moyo() {
    module =
        Instance.builder(MoyoModule.load())
            .withImportValues(new HostFunctions(values).bind(MoyoModule.load()))
            .withMachineFactory(MoyoModule::create)
            .build();
    references = module.exports().table(HostFunctions.REFERENCE_TABLE);
    call("__wbindgen_start");
  }

  /**
   * Analyses a cell.
   *
   * @param cell lattice, positions and atomic numbers as JSON
   * @param tolerance distance tolerance, Å
   * @throws MoyoException if moyo finds no symmetry at this tolerance
   */
  ScriptObject analyse(String cell, double tolerance) throws MoyoException {
    try {
      long[] json = text(cell);
      long[] setting = text("Standard");
      long[] result =
          call(
              "analyze_cell",
              json[0],
              json[1],
              Double.doubleToRawLongBits(tolerance),
              setting[0],
              setting[1]);
      if (result[2] != 0) {
        throw new MoyoException(String.valueOf(take(result[1])));
      }
      return ScriptObject.of(take(result[0]));
    } catch (ChicoryException e) {
      throw new MoyoException("moyo broke off: " + e.getMessage(), e);
    }
  }

  /** Operations of a space group in its standard setting, in the conventional cell. */
  List<ScriptObject> operations(int spaceGroupNumber) {
    int setting = values.reference(Map.of("type", "Standard"));
    return takeAll(call("operations_from_number", spaceGroupNumber, setting, 0));
  }

  /** The tabulated settings of a space group. */
  List<ScriptObject> settings(int spaceGroupNumber) {
    return takeAll(call("hall_symbol_entries_from_number", spaceGroupNumber));
  }

  /** The Wyckoff positions of a setting, the general one first. */
  List<ScriptObject> wyckoffPositions(int hallNumber) {
    return takeAll(call("wyckoff_positions", hallNumber));
  }

  private long[] call(String function, long... arguments) {
    return module.export(function).apply(arguments);
  }

  /** Address and length of a copy in the module's memory, which the called function frees. */
  private long[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long address = call("__wbindgen_malloc", bytes.length, 1)[0];
    module.memory().write((int) address, bytes);
    return new long[] {address, bytes.length};
  }

  private Object take(long slot) {
    return values.value(references.ref((int) slot));
  }

  private List<ScriptObject> takeAll(long[] addressAndLength) {
    int address = (int) addressAndLength[0];
    int length = (int) addressAndLength[1];
    List<ScriptObject> found = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      found.add(ScriptObject.of(take(module.memory().readInt(address + 4 * i))));
    }
    return found;
  }
}
