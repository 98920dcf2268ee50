/** Relaxes structures with pw.x of Quantum ESPRESSO, from first principles. */
@NullMarked
package org.coesite.adapter.quantumespresso;

import org.jspecify.annotations.NullMarked;
