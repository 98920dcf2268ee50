/**
 * Relaxes with machine-learned potentials, by Python workers that are started once and kept warm.
 */
@NullMarked
package org.coesite.adapter.mlpotential;

import org.jspecify.annotations.NullMarked;
