/** What all searches have found, for clients that speak OPTIMADE. */
@NullMarked
package org.coesite.web.optimade;

import org.jspecify.annotations.NullMarked;
