package org.coesite.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A process variable with its type.
 *
 * @param name as the model writes it
 * @param type of its values
 */
record Variable<T>(String name, Class<T> type) {

  /** The longest text that a variable holds. */
  private static final int LONGEST = 4000;

  /** Whether a variable can hold a text. */
  static boolean holds(String text) {
    return text.length() <= LONGEST;
  }

  /** A text that a variable can hold; what is cut off is marked. */
  static String cut(String text) {
    return holds(text) ? text : text.substring(0, LONGEST - 1) + '…';
  }

  /** The value, which must be there. */
  T in(VariableScope scope) {
    T value = optionalIn(scope);
    if (value == null) {
      throw new IllegalStateException("process variable '%s' is missing".formatted(name));
    }
    return value;
  }

  /** The value, null if there is none. */
  @Nullable T optionalIn(VariableScope scope) {
    return type.cast(scope.getVariable(name));
  }

  /** The value among those of an external task, which must be there. */
  T in(Map<String, Object> variables) {
    return type.cast(variables.get(name));
  }

  void set(VariableScope scope, @Nullable T value) {
    scope.setVariable(name, value);
  }
}
