/** The built-in relaxer on classical potentials. */
@NullMarked
package org.coesite.calculator.embedded;

import org.jspecify.annotations.NullMarked;
