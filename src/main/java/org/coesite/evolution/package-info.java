/** The genetic algorithm, free of engine and database. */
@NullMarked
package org.coesite.evolution;

import org.jspecify.annotations.NullMarked;
