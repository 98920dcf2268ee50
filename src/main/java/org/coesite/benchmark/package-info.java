/** Many searches of known problems: how many relaxations until the answer, against the peers'. */
@NullMarked
package org.coesite.benchmark;

import org.jspecify.annotations.NullMarked;
