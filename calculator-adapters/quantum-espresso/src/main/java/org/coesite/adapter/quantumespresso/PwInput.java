package org.coesite.adapter.quantumespresso;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;

/**
 * The input file of pw.x: fixed names for all files, so that a run can be moved and found again.
 */
record PwInput(PwSettings settings, Structure structure, Collection<Pseudopotential> species) {

  static final String FILE = "pw.in";
  static final String OUTDIR = "out";
  static final String PREFIX = "pwscf";

  /** Shared by all runs of a relaxation, beside their folders. */
  static final String PSEUDO_FOLDER = "../pseudo";

  private static final String FROM_SCRATCH = "restart_mode = 'from_scratch'";
  private static final String RESTART = "restart_mode = 'restart'";

  /** Keeps trailing zeros of thresholds out of the way. */
  private static String fortran(double value) {
    return String.format(Locale.ROOT, "%.6e", value).replace('e', 'd');
  }

  String calculation() {
    return settings.singlePoint() ? "scf" : "vc-relax";
  }

  /** The same from another structure on the way, with the k-points of the start. */
  PwInput from(Structure other) {
    return new PwInput(settings.with(mesh()), other, species);
  }

  KMesh mesh() {
    return settings.mesh(structure.lattice());
  }

  /** The whole file, for a run from scratch. */
  String text(Duration limit) {
    return control(limit) + system() + electrons() + ions() + cards();
  }

  /** The text of an input file for going on where the run ended. */
  static String continued(String input, Duration limit) {
    return input
        .replace(FROM_SCRATCH, RESTART)
        .replaceFirst("max_seconds = \\S+", "max_seconds = " + limit.toSeconds());
  }

  /** What makes the result: the input without the bound on time, and the pseudopotentials. */
  String identity() {
    StringBuilder text = new StringBuilder(text(Duration.ZERO));
    species.forEach(one -> text.append(one.sha256()).append('\n'));
    return Pseudopotential.sha256(text.toString());
  }

  private String control(Duration limit) {
    return """
        &CONTROL
          calculation = '%s'
          %s
          prefix = '%s'
          outdir = './%s'
          pseudo_dir = '%s'
          tprnfor = .true.
          tstress = .true.
          nstep = %d
          etot_conv_thr = %s
          forc_conv_thr = %s
          max_seconds = %d
        /
        """
        .formatted(
            calculation(),
            FROM_SCRATCH,
            PREFIX,
            OUTDIR,
            PSEUDO_FOLDER,
            Math.max(1, settings.maxSteps()),
            fortran(settings.number("energyThreshold") * structure.size()),
            fortran(settings.number("forceThreshold")),
            limit.toSeconds());
  }

  private String system() {
    String functional =
        settings.functional().map(name -> "  input_dft = '" + name + "'\n").orElse("");
    String smearing =
        settings.text("smearing").equals(Smearing.NONE)
            ? ""
            : "  occupations = 'smearing'\n  smearing = '%s'\n  degauss = %s\n"
                .formatted(settings.text("smearing"), fortran(settings.number("smearingWidth")));
    return "&SYSTEM\n  ibrav = 0\n  nat = %d\n  ntyp = %d\n  ecutwfc = %s\n  ecutrho = %s\n%s%s/\n"
        .formatted(
            structure.size(),
            species.size(),
            settings.number("cutoff"),
            settings.number("densityCutoff"),
            functional,
            smearing);
  }

  private String electrons() {
    return "&ELECTRONS\n  conv_thr = %s\n  mixing_beta = %s\n/\n"
        .formatted(fortran(settings.number("scfThreshold")), settings.number("mixing"));
  }

  private String ions() {
    return settings.singlePoint()
        ? ""
        : """
        &IONS
          ion_dynamics = 'bfgs'
        /
        &CELL
          cell_dynamics = 'bfgs'
          press = %s
          press_conv_thr = %s
        /
        """
            .formatted(fortran(settings.pressure()), fortran(settings.number("pressureThreshold")));
  }

  private String cards() {
    StringBuilder cards = new StringBuilder("ATOMIC_SPECIES\n");
    for (Pseudopotential one : species) {
      Element element = one.element();
      cards.append(row(" %-2s %.4f %s", element.symbol(), element.mass(), one.fileName()));
    }
    cards.append("CELL_PARAMETERS angstrom\n");
    for (double[] vector : structure.lattice().rows()) {
      cards.append(row(" %18.12f %18.12f %18.12f", vector[0], vector[1], vector[2]));
    }
    cards.append("ATOMIC_POSITIONS crystal\n");
    for (Site site : structure.sites()) {
      cards.append(
          row(
              " %-2s %17.14f %17.14f %17.14f",
              site.element().symbol(),
              site.fractional().x(),
              site.fractional().y(),
              site.fractional().z()));
    }
    return cards.append("K_POINTS automatic\n ").append(mesh()).append(" 0 0 0\n").toString();
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
