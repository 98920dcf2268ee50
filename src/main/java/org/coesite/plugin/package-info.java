/** Coesite inside a process engine of somebody else. */
@NullMarked
package org.coesite.plugin;

import org.jspecify.annotations.NullMarked;
