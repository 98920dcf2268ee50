/** Figures for operators, as Prometheus reads them. */
@NullMarked
package org.coesite.web.figures;

import org.jspecify.annotations.NullMarked;
