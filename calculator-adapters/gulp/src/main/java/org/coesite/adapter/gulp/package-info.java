/** Relaxes with GULP: writes its input, runs it, and believes nothing that it has not checked. */
@NullMarked
package org.coesite.adapter.gulp;

import org.jspecify.annotations.NullMarked;
