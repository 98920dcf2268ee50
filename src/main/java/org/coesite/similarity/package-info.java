/** Fingerprints and the question whether two structures are the same. */
@NullMarked
package org.coesite.similarity;

import org.jspecify.annotations.NullMarked;
