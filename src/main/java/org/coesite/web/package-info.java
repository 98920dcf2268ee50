/** The server: REST interface, pages, and who may use them. */
@NullMarked
package org.coesite.web;

import org.jspecify.annotations.NullMarked;
