/** CIF, POSCAR and extended XYZ files. */
@NullMarked
package org.coesite.crystal.format;

import org.jspecify.annotations.NullMarked;
