package org.coesite.adapter.quantumespresso;

import org.coesite.fuzz.Seed;

/** Small pseudopotentials of oxygen in both versions of the format. */
final class Upf {

  private static final int POINTS = 100;

  static final Seed VERSION_2 =
      new Seed(
          "O.2.UPF",
          """
          <UPF version="2.0.1">
          <PP_INFO>
          %s
          </PP_INFO>
          <PP_HEADER
             element=" O"
             pseudo_type="PAW"
             functional=" SLA  PW   PSX  PSC"
             z_valence="   6.000000000000000E+000"
             mesh_size="%d" />
          <PP_MESH>
          <PP_R type="real" size="100" columns="4">
          %s
          </PP_R>
          </PP_MESH>
          </UPF>
          """
              .formatted("ADC 1\n".repeat(200), POINTS, numbers()));

  static final Seed VERSION_1 =
      new Seed(
          "O.1.UPF",
          """
          <PP_INFO>
          %s
          </PP_INFO>
          <PP_HEADER>
             0                   Version Number
            O                    Element
             US                  Ultrasoft pseudopotential
           SLA  PW   PBE  PBE    PBE  Exchange-Correlation functional
              6.00000000000      Z valence
            %d                   Number of points in mesh
          </PP_HEADER>
          <PP_MESH>
            <PP_R>
          %s
            </PP_R>
          </PP_MESH>
          <PP_RHOATOM>
          1 2 3
          </PP_RHOATOM>
          """
              .formatted("ADC 1\n".repeat(200), POINTS, numbers()));

  private Upf() {}

  private static String numbers() {
    return " 1.000000000E-05 2.000000000E-05 3.000000000E-05 4.000000000E-05\n".repeat(POINTS / 4);
  }
}
