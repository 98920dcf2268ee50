package org.coesite.cli;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.Units;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Structure;
import org.coesite.report.SettingsView;
import org.coesite.report.StepView;
import org.coesite.report.StructureView;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a relaxation as the command prints it; component names are the JSON keys.
 *
 * @param status CONVERGED, NOT_CONVERGED or FAILED
 * @param reason why it did not converge, or what is odd about the minimum; null if nothing is
 * @param energy of the cell, eV
 * @param maxForce largest force left, eV/Å; null if nobody could compute it
 * @param pressure pressure left, GPa
 * @param steps optimiser steps made
 * @param energyPerAtomRydberg the same energy in Ry per atom
 * @param enthalpyPerAtom energy + external pressure × volume, eV per atom; null unless it converged
 * @param lattice of the standardised cell, Å and degrees
 * @param settings what the calculator was told, its protocol or potential first
 */
record RelaxationView(
    String status,
    @Nullable String reason,
    @Nullable Double energy,
    @Nullable Double energyPerAtom,
    @Nullable StructureView structure,
    @Nullable Double maxForce,
    @Nullable Double pressure,
    int steps,
    @Nullable SpaceGroup spaceGroup,
    String calculator,
    String calculatorVersion,
    @Nullable Double energyPerAtomRydberg,
    @Nullable Double enthalpyPerAtom,
    @Nullable CellView lattice,
    SettingsView settings) {

  static RelaxationView of(Relaxation outcome, Calculator calculator, SettingsView settings) {
    if (outcome instanceof Relaxation.Converged converged) {
      return of(
          "CONVERGED",
          converged.minimum() == StationaryPoint.SADDLE
              ? "the lowest mode of the Hessian is negative: a saddle point"
              : null,
          converged.structure(),
          new Figures(converged.energy(), converged.maxForce(), converged.pressure()),
          outcome,
          calculator,
          settings);
    }
    if (outcome instanceof Relaxation.NotConverged stuck) {
      return of(
          "NOT_CONVERGED",
          stuck.reason(),
          stuck.structure(),
          new Figures(stuck.energy(), stuck.maxForce(), stuck.pressure()),
          outcome,
          calculator,
          settings);
    }
    Relaxation.Failed failed = (Relaxation.Failed) outcome;
    return new RelaxationView(
        "FAILED",
        failed.reason() + ": " + failed.message(),
        null,
        null,
        null,
        null,
        null,
        steps(outcome),
        null,
        calculator.name(),
        calculator.version(),
        null,
        null,
        null,
        settings);
  }

  /** Why a relaxation that did not converge did not. */
  static String reason(Relaxation outcome) {
    return outcome instanceof Relaxation.Failed failed
        ? "failed: " + failed.reason() + ": " + failed.message()
        : "did not converge: " + ((Relaxation.NotConverged) outcome).reason();
  }

  private record Figures(double energy, double maxForce, double pressure) {}

  private static RelaxationView of(
      String status,
      @Nullable String reason,
      Structure structure,
      Figures figures,
      Relaxation outcome,
      Calculator calculator,
      SettingsView settings) {
    Symmetry symmetry = SymmetryFinder.create().find(structure, SymmetryFinder.USUAL_TOLERANCE);
    return new RelaxationView(
        status,
        reason,
        figures.energy,
        figures.energy / structure.size(),
        StructureView.of(structure),
        StepView.known(figures.maxForce),
        StepView.known(figures.pressure),
        steps(outcome),
        symmetry.spaceGroup(),
        calculator.name(),
        calculator.version(),
        figures.energy / structure.size() / Units.RYDBERG,
        outcome instanceof Relaxation.Converged converged
            ? converged.enthalpy() / structure.size()
            : null,
        CellView.of(symmetry.standardised().lattice()),
        settings);
  }

  /** The start is step 0. */
  private static int steps(Relaxation outcome) {
    List<IonicStep> steps = outcome.steps();
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).number();
  }

  /** In words, with units. */
  String words() {
    StringJoiner words = new StringJoiner(System.lineSeparator());
    words.add("status        " + status + (reason == null ? "" : ", " + reason));
    if (energy != null && energyPerAtom != null) {
      words.add(
          line(
              "energy        %.6f eV, %.6f eV/atom, %.6f Ry/atom",
              energy, energyPerAtom, energyPerAtomRydberg));
    }
    if (enthalpyPerAtom != null && !enthalpyPerAtom.equals(energyPerAtom)) {
      words.add(line("enthalpy      %.6f eV/atom", enthalpyPerAtom));
    }
    if (spaceGroup != null) {
      words.add("space group   " + spaceGroup.number() + " " + spaceGroup.symbol());
    }
    if (structure != null) {
      Lattice cell = Lattice.fromRows(structure.lattice());
      words.add("cell          " + CellView.of(cell).words());
      if (lattice != null) {
        words.add("standard cell " + lattice.words());
      }
      words.add(line("volume        %.4f Å3", cell.volume()));
    }
    if (structure != null && (maxForce == null || pressure == null)) {
      words.add("left          not known");
    } else if (structure != null) {
      words.add(line("left          %.2g eV/Å, %.2g GPa", maxForce, pressure));
    }
    words.add(line("steps         %d", steps));
    words.add("calculator    " + calculator + " " + calculatorVersion);
    words.add("settings      " + settings.words());
    return words.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
