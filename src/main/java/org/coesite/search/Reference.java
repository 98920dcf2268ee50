package org.coesite.search;

import org.coesite.crystal.Structure;

/**
 * A known phase to compare with.
 *
 * @param name for example alpha-quartz
 * @param structure its structure
 */
public record Reference(String name, Structure structure) {}
