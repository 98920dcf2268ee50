package org.coesite.symmetry;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coesite.symmetry.ScriptValues.Nothing;

/**
 * The functions that moyo's WebAssembly module expects from JavaScript.
 *
 * <p>Their names carry hashes of wasm-bindgen, so this table belongs to exactly the module in
 * {@code src/main/wasm}. A function that moyo imports but that our calls never reach has no entry
 * and throws.
 */
final class HostFunctions {

  /** Name of the module's table of external references. */
  static final String REFERENCE_TABLE = "__wbindgen_externrefs";

  private static final long[] NO_RESULT = {};

  private final ScriptValues values;
  private final Map<String, HostFunctionBody> functions = new LinkedHashMap<>();

  private interface HostFunctionBody {
    long[] apply(Instance module, long[] arguments);
  }

  HostFunctions(ScriptValues values) {
    this.values = values;
    functions.put("__wbindgen_init_externref_table", (m, a) -> initialise(m));
    functions.put("__wbg_new_02d162bc6cf02f60", (m, a) -> value(new LinkedHashMap<>()));
    functions.put("__wbg_new_310879b66b6e95e1", (m, a) -> value(new ArrayList<>()));
    functions.put("__wbg_set_6be42768c690e380", (m, a) -> setProperty(a));
    functions.put("__wbg_set_78ea6a19f4818587", (m, a) -> setElement(a));
    functions.put(
        "__wbindgen_cast_0000000000000001", (m, a) -> value(Double.longBitsToDouble(a[0])));
    functions.put("__wbindgen_cast_0000000000000003", (m, a) -> value(text(m, a)));
    functions.put("__wbg_Error_bce6d499ff0a4aff", (m, a) -> value(text(m, a)));
    functions.put("__wbg___wbindgen_throw_9c31b086c2b26051", (m, a) -> fail(text(m, a)));
    functions.put(
        "__wbg___wbindgen_is_string_dde0fd9020db4434",
        (m, a) -> truth(values.value(a[0]) instanceof String));
    functions.put(
        "__wbg___wbindgen_is_undefined_35bb9f4c7fd651d5",
        (m, a) -> truth(values.value(a[0]) == Nothing.UNDEFINED));
    functions.put(
        "__wbg___wbindgen_is_object_b4593df85baada48",
        (m, a) -> truth(values.value(a[0]) instanceof Map));
    functions.put("__wbg___wbindgen_jsval_loose_eq_0ad77b7717db155c", (m, a) -> truth(same(a)));
    functions.put(
        "__wbg___wbindgen_in_07056af4f902c445",
        (m, a) -> truth(object(a[1]).containsKey((String) values.value(a[0]))));
    functions.put("__wbg_get_with_ref_key_6412cf3094599694", (m, a) -> property(a));
    functions.put("__wbg___wbindgen_string_get_d109740c0d18f4d7", (m, a) -> giveText(m, a));
  }

  /** Binds every import of the module. */
  ImportValues bind(WasmModule module) {
    ImportValues.Builder imports = ImportValues.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      FunctionImport function = (FunctionImport) module.importSection().getImport(i);
      FunctionType type = module.typeSection().getType(function.typeIndex());
      String name = function.name();
      HostFunctionBody body =
          functions.getOrDefault(name, (m, a) -> fail("no host function " + name));
      imports.addFunction(new HostFunction(function.module(), name, type, body::apply));
    }
    return imports.build();
  }

  private long[] initialise(Instance module) {
    TableInstance table = module.exports().table(REFERENCE_TABLE);
    int offset = table.grow(ScriptValues.constants(), 0, module);
    table.setRef(0, 0, module);
    for (int i = 0; i < ScriptValues.constants(); i++) {
      table.setRef(offset + i, i, module);
    }
    return NO_RESULT;
  }

  private long[] value(Object value) {
    return new long[] {values.reference(value)};
  }

  /** Equality as JavaScript's == has it: undefined and null are the same. */
  private boolean same(long[] a) {
    Object one = values.value(a[0]);
    Object other = values.value(a[1]);
    return one.equals(other) || one instanceof Nothing && other instanceof Nothing;
  }

  private static long[] truth(boolean value) {
    return new long[] {value ? 1 : 0};
  }

  private static String text(Instance module, long[] addressAndLength) {
    return module.memory().readString((int) addressAndLength[0], (int) addressAndLength[1]);
  }

  private static long[] fail(String message) {
    throw new ChicoryException(message);
  }

  private long[] setProperty(long[] a) {
    object(a[0]).put((String) values.value(a[1]), values.value(a[2]));
    return NO_RESULT;
  }

  private long[] property(long[] a) {
    Object value = object(a[0]).get((String) values.value(a[1]));
    return value(value == null ? Nothing.UNDEFINED : value);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> object(long reference) {
    return (Map<String, Object>) values.value(reference);
  }

  /** moyo fills its arrays in order. */
  @SuppressWarnings("unchecked")
  private long[] setElement(long[] a) {
    ((List<Object>) values.value(a[0])).add((int) a[1], values.value(a[2]));
    return NO_RESULT;
  }

  private long[] giveText(Instance module, long[] a) {
    Memory memory = module.memory();
    if (values.value(a[1]) instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int address = (int) module.export("__wbindgen_malloc").apply(bytes.length, 1)[0];
      memory.write(address, bytes);
      memory.writeI32((int) a[0], address);
      memory.writeI32((int) a[0] + 4, bytes.length);
    } else {
      memory.writeI32((int) a[0], 0);
      memory.writeI32((int) a[0] + 4, 0);
    }
    return NO_RESULT;
  }
}
