/** Diagram, tables and files that a search leaves. */
@NullMarked
package org.coesite.report;

import org.jspecify.annotations.NullMarked;
