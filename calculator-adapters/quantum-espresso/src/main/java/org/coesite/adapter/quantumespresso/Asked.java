package org.coesite.adapter.quantumespresso;

import java.util.Optional;

/**
 * What a run was asked for, to compare with what it did.
 *
 * @param calculation {@code scf}, {@code relax} or {@code vc-relax}
 * @param mesh of k-points; empty where a list was given
 * @param cutoff Ry
 * @param densityCutoff Ry
 * @param scfThreshold Ry
 * @param energyThreshold Ry per cell
 * @param forceThreshold Ry/bohr
 * @param pressureThreshold kbar
 * @param pressure kbar
 */
record Asked(
    String calculation,
    Optional<KMesh> mesh,
    double cutoff,
    double densityCutoff,
    double scfThreshold,
    double energyThreshold,
    double forceThreshold,
    double pressureThreshold,
    double pressure) {

  static Asked of(PwInput input) {
    PwSettings settings = input.settings();
    return new Asked(
        input.calculation(),
        Optional.of(input.mesh()),
        settings.number("cutoff"),
        settings.number("densityCutoff"),
        settings.number("scfThreshold"),
        settings.number("energyThreshold") * input.structure().size(),
        settings.number("forceThreshold"),
        settings.number("pressureThreshold"),
        settings.pressure());
  }

  boolean relaxes() {
    return !calculation.equals("scf");
  }

  boolean changesCell() {
    return calculation.equals("vc-relax");
  }
}
