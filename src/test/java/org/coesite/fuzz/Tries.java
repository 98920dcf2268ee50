package org.coesite.fuzz;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Sets how often a {@link Fuzz} property is tried. */
final class Tries implements AroundPropertyHook {

  static final String KEY = "coesite.fuzz.tries";

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Integer asked = Integer.getInteger(KEY);
    int sample = context.findAnnotation(Fuzz.class).orElseThrow().sample();
    context.attributes().setTries(asked == null ? sample : asked);
    if (asked == null) {
      context.attributes().setSeed("1");
    }
    return property.execute();
  }
}
