/** The command line. */
@NullMarked
package org.coesite.cli;

import org.jspecify.annotations.NullMarked;
