/** A search: settings, service and what it tells. */
@NullMarked
package org.coesite.search;

import org.jspecify.annotations.NullMarked;
