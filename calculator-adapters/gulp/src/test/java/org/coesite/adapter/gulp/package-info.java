/** Tests of the adapter for GULP against recorded runs. */
@NullMarked
package org.coesite.adapter.gulp;

import org.jspecify.annotations.NullMarked;
