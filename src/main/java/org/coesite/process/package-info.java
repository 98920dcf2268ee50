/** The BPMN processes: delegates and workers. */
@NullMarked
package org.coesite.process;

import org.jspecify.annotations.NullMarked;
