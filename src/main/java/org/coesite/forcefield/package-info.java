/** Classical potentials: energy, forces and stress. */
@NullMarked
package org.coesite.forcefield;

import org.jspecify.annotations.NullMarked;
