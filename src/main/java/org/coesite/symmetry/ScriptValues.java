package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.List;

/**
 * Java objects that stand for the JavaScript values which a WebAssembly module built by
 * wasm-bindgen holds references to.
 *
 * <p>References are places in a list that only grows; it lives as long as one instance of the
 * module, which serves one call.
 */
final class ScriptValues {

  /** The two JavaScript constants that have no Java counterpart. */
  enum Nothing {
    UNDEFINED,
    NULL
  }

  private static final List<Object> CONSTANTS =
      List.of(Nothing.UNDEFINED, Nothing.NULL, true, false);

  /** A place in a table that holds nothing. */
  private static final long EMPTY = -1;

  private final List<Object> values = new ArrayList<>(CONSTANTS);

  /** Number of the constants, which have the references from 0. */
  static int constants() {
    return CONSTANTS.size();
  }

  /** A new reference to a value. */
  int reference(Object value) {
    values.add(value);
    return values.size() - 1;
  }

  /** The value of a reference. */
  Object value(long reference) {
    return reference == EMPTY ? Nothing.NULL : values.get((int) reference);
  }
}
