package org.coesite.crystal;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chemical elements 1 to 96 with mass in u, covalent radius in Å and electronegativity.
 *
 * <p>Sources: standard atomic weights of IUPAC (Meija et al., Pure Appl. Chem. 88, 265 (2016), doi
 * 10.1515/pac-2015-0305; of elements without one the longest-lived isotope); covalent radii of
 * Cordero et al., Dalton Trans. 2832 (2008), doi 10.1039/b801115j, carbon sp3, high spin for Mn, Fe
 * and Co; electronegativities after Pauling, with estimates for Pm, Eu, Tb, Yb, Am and Cm and none
 * for the noble gases; number of valence electrons as the group of the periodic table counts them.
 */
public enum Element {
  H(1, "H", 1.008, 0.31, 2.2, 1),
  HE(2, "He", 4.002602, 0.28, Double.NaN, 2),
  LI(3, "Li", 6.94, 1.28, 0.98, 1),
  BE(4, "Be", 9.0121831, 0.96, 1.57, 2),
  B(5, "B", 10.81, 0.84, 2.04, 3),
  C(6, "C", 12.011, 0.73, 2.55, 4),
  N(7, "N", 14.007, 0.71, 3.04, 5),
  O(8, "O", 15.999, 0.66, 3.44, 6),
  F(9, "F", 18.998403163, 0.57, 3.98, 7),
  NE(10, "Ne", 20.1797, 0.58, Double.NaN, 8),
  NA(11, "Na", 22.98976928, 1.66, 0.93, 1),
  MG(12, "Mg", 24.305, 1.41, 1.31, 2),
  AL(13, "Al", 26.9815385, 1.21, 1.61, 3),
  SI(14, "Si", 28.085, 1.11, 1.9, 4),
  P(15, "P", 30.973761998, 1.07, 2.19, 5),
  S(16, "S", 32.06, 1.05, 2.58, 6),
  CL(17, "Cl", 35.45, 1.02, 3.16, 7),
  AR(18, "Ar", 39.948, 1.06, Double.NaN, 8),
  K(19, "K", 39.0983, 2.03, 0.82, 1),
  CA(20, "Ca", 40.078, 1.76, 1.0, 2),
  SC(21, "Sc", 44.955908, 1.70, 1.36, 3),
  TI(22, "Ti", 47.867, 1.60, 1.54, 4),
  V(23, "V", 50.9415, 1.53, 1.63, 5),
  CR(24, "Cr", 51.9961, 1.39, 1.66, 6),
  MN(25, "Mn", 54.938044, 1.50, 1.55, 7),
  FE(26, "Fe", 55.845, 1.42, 1.83, 8),
  CO(27, "Co", 58.933194, 1.38, 1.88, 9),
  NI(28, "Ni", 58.6934, 1.24, 1.91, 10),
  CU(29, "Cu", 63.546, 1.32, 1.9, 11),
  ZN(30, "Zn", 65.38, 1.22, 1.65, 12),
  GA(31, "Ga", 69.723, 1.22, 1.81, 3),
  GE(32, "Ge", 72.63, 1.20, 2.01, 4),
  AS(33, "As", 74.921595, 1.19, 2.18, 5),
  SE(34, "Se", 78.971, 1.20, 2.55, 6),
  BR(35, "Br", 79.904, 1.20, 2.96, 7),
  KR(36, "Kr", 83.798, 1.16, Double.NaN, 8),
  RB(37, "Rb", 85.4678, 2.20, 0.82, 1),
  SR(38, "Sr", 87.62, 1.95, 0.95, 2),
  Y(39, "Y", 88.90584, 1.90, 1.22, 3),
  ZR(40, "Zr", 91.224, 1.75, 1.33, 4),
  NB(41, "Nb", 92.90637, 1.64, 1.6, 5),
  MO(42, "Mo", 95.95, 1.54, 2.16, 6),
  TC(43, "Tc", 97.90721, 1.47, 2.1, 7),
  RU(44, "Ru", 101.07, 1.46, 2.2, 8),
  RH(45, "Rh", 102.9055, 1.42, 2.28, 9),
  PD(46, "Pd", 106.42, 1.39, 2.2, 10),
  AG(47, "Ag", 107.8682, 1.45, 1.93, 11),
  CD(48, "Cd", 112.414, 1.44, 1.69, 12),
  IN(49, "In", 114.818, 1.42, 1.78, 3),
  SN(50, "Sn", 118.71, 1.39, 1.96, 4),
  SB(51, "Sb", 121.76, 1.39, 2.05, 5),
  TE(52, "Te", 127.6, 1.38, 2.1, 6),
  I(53, "I", 126.90447, 1.39, 2.66, 7),
  XE(54, "Xe", 131.293, 1.40, 2.6, 8),
  CS(55, "Cs", 132.90545196, 2.44, 0.79, 1),
  BA(56, "Ba", 137.327, 2.15, 0.89, 2),
  LA(57, "La", 138.90547, 2.07, 1.1, 3),
  CE(58, "Ce", 140.116, 2.04, 1.12, 4),
  PR(59, "Pr", 140.90766, 2.03, 1.13, 5),
  ND(60, "Nd", 144.242, 2.01, 1.14, 6),
  PM(61, "Pm", 144.91276, 1.99, 1.13, 7),
  SM(62, "Sm", 150.36, 1.98, 1.17, 8),
  EU(63, "Eu", 151.964, 1.98, 1.2, 9),
  GD(64, "Gd", 157.25, 1.96, 1.2, 10),
  TB(65, "Tb", 158.92535, 1.94, 1.2, 11),
  DY(66, "Dy", 162.5, 1.92, 1.22, 12),
  HO(67, "Ho", 164.93033, 1.92, 1.23, 13),
  ER(68, "Er", 167.259, 1.89, 1.24, 14),
  TM(69, "Tm", 168.93422, 1.90, 1.25, 15),
  YB(70, "Yb", 173.045, 1.87, 1.1, 16),
  LU(71, "Lu", 174.9668, 1.87, 1.0, 17),
  HF(72, "Hf", 178.49, 1.75, 1.3, 4),
  TA(73, "Ta", 180.94788, 1.70, 1.5, 5),
  W(74, "W", 183.84, 1.62, 1.7, 6),
  RE(75, "Re", 186.207, 1.51, 1.9, 7),
  OS(76, "Os", 190.23, 1.44, 2.2, 8),
  IR(77, "Ir", 192.217, 1.41, 2.2, 9),
  PT(78, "Pt", 195.084, 1.36, 2.2, 10),
  AU(79, "Au", 196.966569, 1.36, 2.4, 11),
  HG(80, "Hg", 200.592, 1.32, 1.9, 12),
  TL(81, "Tl", 204.38, 1.45, 1.8, 3),
  PB(82, "Pb", 207.2, 1.46, 1.8, 4),
  BI(83, "Bi", 208.9804, 1.48, 1.9, 5),
  PO(84, "Po", 209.0, 1.40, 2.0, 6),
  AT(85, "At", 210.0, 1.50, 2.2, 7),
  RN(86, "Rn", 222.0, 1.50, Double.NaN, 8),
  FR(87, "Fr", 223.0, 2.60, 0.7, 1),
  RA(88, "Ra", 226.0, 2.21, 0.9, 2),
  AC(89, "Ac", 227.0, 2.15, 1.1, 3),
  TH(90, "Th", 232.0377, 2.06, 1.3, 4),
  PA(91, "Pa", 231.03588, 2.00, 1.5, 5),
  U(92, "U", 238.02891, 1.96, 1.7, 6),
  NP(93, "Np", 237.0, 1.90, 1.3, 7),
  PU(94, "Pu", 244.0, 1.87, 1.3, 8),
  AM(95, "Am", 243.0, 1.80, 1.3, 9),
  CM(96, "Cm", 247.0, 1.69, 1.3, 10);

  /** Most electropositive first, as formulas are written; noble gases last. */
  public static final Comparator<Element> BY_ELECTRONEGATIVITY =
      Comparator.comparingDouble(Element::electronegativity)
          .thenComparingInt(Element::atomicNumber);

  private static final Map<String, Element> BY_SYMBOL =
      Stream.of(values()).collect(Collectors.toMap(Element::symbol, Function.identity()));

  private final int atomicNumber;
  private final String symbol;
  private final double mass;
  private final double covalentRadius;
  private final double electronegativity;
  private final int valenceElectrons;

  Element(
      int atomicNumber,
      String symbol,
      double mass,
      double covalentRadius,
      double electronegativity,
      int valenceElectrons) {
    this.atomicNumber = atomicNumber;
    this.symbol = symbol;
    this.mass = mass;
    this.covalentRadius = covalentRadius;
    this.electronegativity = electronegativity;
    this.valenceElectrons = valenceElectrons;
  }

  /**
   * The element of a symbol such as {@code Si}.
   *
   * @throws IllegalArgumentException naming the symbol that none of them has
   */
  public static Element ofSymbol(String symbol) {
    Element element = BY_SYMBOL.get(symbol);
    if (element == null) {
      throw new IllegalArgumentException("'" + symbol + "' is no element from H to Cm");
    }
    return element;
  }

  /**
   * The element of an atomic number from 1 to 96.
   *
   * @throws IllegalArgumentException outside that range
   */
  public static Element ofAtomicNumber(int atomicNumber) {
    if (atomicNumber < 1 || atomicNumber > values().length) {
      throw new IllegalArgumentException(
          "atomic number " + atomicNumber + " is outside 1 to " + values().length);
    }
    return values()[atomicNumber - 1];
  }

  /** Number of protons. */
  public int atomicNumber() {
    return atomicNumber;
  }

  /** Chemical symbol, for example Si. */
  public String symbol() {
    return symbol;
  }

  /** Standard atomic weight in u. */
  public double mass() {
    return mass;
  }

  /** Covalent radius in Å. */
  public double covalentRadius() {
    return covalentRadius;
  }

  /** Electronegativity on Pauling's scale, NaN for noble gases. */
  public double electronegativity() {
    return electronegativity;
  }

  /** Number of valence electrons. */
  public int valenceElectrons() {
    return valenceElectrons;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
