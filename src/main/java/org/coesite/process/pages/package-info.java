/** Camunda's own pages and REST interface, behind the sign-on of our server. */
@NullMarked
package org.coesite.process.pages;

import org.jspecify.annotations.NullMarked;
