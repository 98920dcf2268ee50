/** A process engine somewhere else, reached over its REST interface alone. */
@NullMarked
package org.coesite.remote;

import org.jspecify.annotations.NullMarked;
