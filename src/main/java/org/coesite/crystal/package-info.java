/** Lattices, sites and structures; depends on nothing else. */
@NullMarked
package org.coesite.crystal;

import org.jspecify.annotations.NullMarked;
