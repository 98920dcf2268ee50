/** The database. */
@NullMarked
package org.coesite.store;

import org.jspecify.annotations.NullMarked;
