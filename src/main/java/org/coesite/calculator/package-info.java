/** The port behind which every calculator stands. */
@NullMarked
package org.coesite.calculator;

import org.jspecify.annotations.NullMarked;
