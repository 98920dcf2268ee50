package org.coesite.report;

import java.util.List;
import org.coesite.search.DiagramPoint;

/**
 * The part of the energy axis that is worth showing, in eV per formula unit.
 *
 * <p>It reaches from the lowest kept structure to half as far above the third quartile of the kept
 * ones as the third quartile lies above the lowest. A few bad structures therefore do not squash
 * the rest; they are drawn in a rim beyond the window.
 *
 * @param bottom lower end, eV
 * @param top upper end, eV; above the bottom
 */
record EnergyWindow(double bottom, double top) {

  private static final double RIM = 0.03;
  private static final double SMALLEST = 0.02;

  /** The window for these points; those without a finite energy do not count. */
  static EnergyWindow of(List<DiagramPoint> points) {
    double[] energies = energies(points.stream().filter(p -> !p.discarded()).toList());
    if (energies.length == 0) {
      energies = energies(points);
    }
    if (energies.length == 0) {
      return new EnergyWindow(-1, 0);
    }
    double lowest = energies[0];
    double quartile = energies[(energies.length - 1) * 3 / 4];
    double highest = energies[energies.length - 1];
    double top = Math.min(highest, quartile + 0.5 * (quartile - lowest));
    return new EnergyWindow(lowest, Math.max(top, lowest + SMALLEST));
  }

  private static double[] energies(List<DiagramPoint> points) {
    return points.stream()
        .mapToDouble(DiagramPoint::energyPerFormula)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Whether an energy lies above. */
  boolean isBelow(double energy) {
    return energy > top;
  }

  /** The energy itself if it lies inside, otherwise the middle of the rim beyond. */
  double place(double energy) {
    if (energy > top) {
      return upperRim();
    }
    return energy < bottom ? bottom - 0.5 * RIM * height() : energy;
  }

  /** Where what lies above is drawn, eV. */
  double upperRim() {
    return top + 1.5 * RIM * height();
  }

  /** Line between the window and the rim above, eV. */
  double upperEdge() {
    return top + 0.75 * RIM * height();
  }

  /** Lower end of the axis, eV. */
  double axisMinimum() {
    return bottom - RIM * height();
  }

  /** Upper end of the axis, eV. */
  double axisMaximum() {
    return top + 2.5 * RIM * height();
  }

  private double height() {
    return top - bottom;
  }
}
