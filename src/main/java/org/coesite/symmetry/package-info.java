/** Space groups, Wyckoff positions and reduced cells. */
@NullMarked
package org.coesite.symmetry;

import org.jspecify.annotations.NullMarked;
