package org.coesite.similarity;

import static org.coesite.similarity.PolarMotif.bipyramid;
import static org.coesite.similarity.PolarMotif.cone;

import java.util.Arrays;
import java.util.List;

/**
 * The coordination motifs of the site fingerprint, by coordination number.
 *
 * <p>Target angles and inverse widths are those of Zimmermann and Jain, RSC Adv. 10, 6063 (2020),
 * doi 10.1039/C9RA07755C, optimised there so that different motifs can be compared.
 */
enum Motif {
  SINGLE_BOND(1, angles -> 1),
  L_SHAPED(2, cone(15.15, 0, 0.5)),
  WATER_LIKE(2, cone(13.95, 0, 104.45 / 180)),
  BENT_120(2, cone(13.25, 0, 2.0 / 3)),
  BENT_150(2, cone(12.45, 0, 5.0 / 6)),
  LINEAR(2, cone(8.667, 0, 1)),
  TRIGONAL_PLANAR(3, cone(17.5, 1, 2.0 / 3)),
  TRIGONAL_NON_COPLANAR(3, cone(18.33, 1.5, Motif.TETRAHEDRAL_ANGLE)),
  T_SHAPED(3, cone(15.5, 1, 0.5)),
  SQUARE_PLANAR(4, bipyramid(17.7, 1, 13.5)),
  TETRAHEDRAL(4, cone(18.5, 1.5, Motif.TETRAHEDRAL_ANGLE)),
  RECTANGULAR_SEE_SAW(
      4, new PolarMotif(new double[] {0.5}, 27, 2, 0.75 * Math.PI, 11.5, 0.75 * Math.PI)),
  SEE_SAW(4, bipyramid(15.75, 1.5, 12.75)),
  TRIGONAL_PYRAMIDAL(4, cone(15.5, 1.5, 0.5)),
  PENTAGONAL_PLANAR(5, cone(19.333, 1, 0.4, 0.8)),
  SQUARE_PYRAMIDAL(5, cone(14.9, 2, 0.5)),
  TRIGONAL_BIPYRAMIDAL(5, bipyramid(16.6, 1.5, 12)),
  HEXAGONAL_PLANAR(
      6, new PolarMotif(new double[] {1.0 / 3, 2.0 / 3}, 25, 1, 5 * Math.PI / 6, 7.5, Math.PI)),
  OCTAHEDRAL(6, bipyramid(18, 2, 15)),
  PENTAGONAL_PYRAMIDAL(6, cone(13.8, 2.5, 0.5)),
  HEXAGONAL_PYRAMIDAL(7, cone(12.5, 3, 0.5)),
  PENTAGONAL_BIPYRAMIDAL(7, bipyramid(14.75, 2.5, 12.5)),
  BODY_CENTRED_CUBIC(8, new BodyCentredCube()),
  HEXAGONAL_BIPYRAMIDAL(8, bipyramid(13.6, 3, 14.1)),
  Q2_OF_9(9, new BondOrientation(2)),
  Q4_OF_9(9, new BondOrientation(4)),
  Q6_OF_9(9, new BondOrientation(6)),
  Q2_OF_10(10, new BondOrientation(2)),
  Q4_OF_10(10, new BondOrientation(4)),
  Q6_OF_10(10, new BondOrientation(6)),
  Q2_OF_11(11, new BondOrientation(2)),
  Q4_OF_11(11, new BondOrientation(4)),
  Q6_OF_11(11, new BondOrientation(6)),
  CUBOCTAHEDRAL(12, new Cuboctahedron()),
  Q2_OF_12(12, new BondOrientation(2)),
  Q4_OF_12(12, new BondOrientation(4)),
  Q6_OF_12(12, new BondOrientation(6));

  /** arccos(−1/3) as a fraction of 180 degrees. */
  private static final double TETRAHEDRAL_ANGLE = 0.6081734479693927;

  private final int coordination;
  private final OrderParameter orderParameter;

  Motif(int coordination, OrderParameter orderParameter) {
    this.coordination = coordination;
    this.orderParameter = orderParameter;
  }

  /** The motifs with this many neighbours. */
  static List<Motif> of(int coordination) {
    return Arrays.stream(values()).filter(m -> m.coordination == coordination).toList();
  }

  /** How much the neighbours resemble this motif. */
  double resemblance(PolarAngles angles) {
    return orderParameter.of(angles);
  }
}
