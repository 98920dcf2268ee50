package org.coesite.web.optimade;

import org.jspecify.annotations.Nullable;

/** What an item of a list has to be to a value; of an unknown value it is nothing. */
record ItemDemand(Relation relation, Term operand) {

  Truth of(Object item, StructureEntry entry) {
    @Nullable Object value = operand.of(entry);
    return value == null ? Truth.UNKNOWN : Truth.of(relation.holds(item, value));
  }
}
