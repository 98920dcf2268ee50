package org.coesite.web.optimade;

/** A filter that knows its properties and can be asked of entries. */
@FunctionalInterface
interface Condition {

  Truth of(StructureEntry entry);
}
