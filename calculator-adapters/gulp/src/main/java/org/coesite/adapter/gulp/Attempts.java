package org.coesite.adapter.gulp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.coesite.adapter.gulp.GulpRun.Result;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.DispersionSum;
import org.coesite.forcefield.Potential;

/** Relaxes with one potential: the fast optimiser, and from the same start the careful one. */
final class Attempts {

  /** What another optimiser may do better. */
  private static final Set<FailureReason> WORTH_ANOTHER =
      EnumSet.of(
          FailureReason.STUCK,
          FailureReason.STEPS_SPENT,
          FailureReason.TIME_SPENT,
          FailureReason.TIMED_OUT,
          FailureReason.COLLAPSED,
          FailureReason.BAD_CELL,
          FailureReason.SHELL_LOST,
          FailureReason.NOT_A_NUMBER,
          FailureReason.CRASHED);

  /** Below it a run is not worth starting, and GULP's own bound in whole seconds is no use. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** GULP is to end by itself before it is ended. */
  private static final double OWN_SHARE = 0.9;

  /** Bounds of gtol, eV: below 1e-5 it is never reached, 1e-3 is GULP's own. */
  private static final double TIGHTEST = 1e-5;

  private static final double GULPS_OWN = 1e-3;

  private final Path program;
  private final RelaxationSettings settings;
  private final Workplace workplace;
  private final Budget budget;
  private final List<Cycle> cycles = new ArrayList<>();

  Attempts(Path program, RelaxationSettings settings, Workplace workplace) {
    this.program = program;
    this.settings = settings;
    this.workplace = workplace;
    this.budget = new Budget(settings.maxSteps(), settings.maxTime());
  }

  /** The cycles of all runs so far. */
  List<Cycle> cycles() {
    return List.copyOf(cycles);
  }

  /**
   * Relaxes with a potential within a share of the time that is left.
   *
   * @param stages how many stages share the time, this one among them
   */
  Verdict relax(Potential potential, Structure start, int stages) {
    boolean optimise = settings.maxSteps() > 0;
    Task task = new Task(potential, start.rightHanded(), settings.pressure(), optimise);
    Duration allowance = budget.time().dividedBy(stages);
    boolean last = stages == 1;
    if (!optimise) {
      return run(task, Variant.SINGLE_POINT, allowance, false);
    }
    Duration before = budget.time();
    Verdict first = run(task, Variant.NEWTON, allowance.dividedBy(2), last);
    Duration rest = allowance.minus(before.minus(budget.time()));
    if (!isWorthAnother(first) || budget.steps() == 0 || rest.compareTo(SHORTEST) < 0) {
      return first;
    }
    return better(first, run(task, Variant.CONJUGATE, rest, last));
  }

  private static boolean isWorthAnother(Verdict verdict) {
    if (verdict instanceof Verdict.Useless useless) {
      return WORTH_ANOTHER.contains(useless.reason());
    }
    return verdict instanceof Verdict.GaveUp;
  }

  /** A failure of the second run gives way to what the first left, unless it is not its own. */
  private static Verdict better(Verdict first, Verdict second) {
    boolean secondFailed = second instanceof Verdict.Useless && isWorthAnother(second);
    boolean firstIsLower =
        first instanceof Verdict.GaveUp one
            && second instanceof Verdict.GaveUp other
            && one.enthalpy() <= other.enthalpy();
    return secondFailed || firstIsLower ? first : second;
  }

  /**
   * Runs GULP once.
   *
   * @param toBounds whether the result has to keep the bounds on force and stress: one of an
   *     earlier stage is but a start
   */
  private Verdict run(Task task, Variant variant, Duration limit, boolean toBounds) {
    long seconds = Math.max(1, (long) Math.floor(OWN_SHARE * limit.toMillis() / 1000));
    int steps = Math.max(1, budget.steps());
    GulpInput input = new GulpInput(task, variant, steps, gtol(task), seconds);
    String name = task.potential().name() + "-" + variant.label();
    GulpRun run =
        new GulpRun(program, workplace.folder().resolve(name), workplace.label() + "-" + name);
    Result result = run.of(input, limit, workplace);
    cycles.addAll(result.cycles());
    budget.spend(Math.max(0, result.cycles().size() - 1), result.worked());
    Verdict verdict =
        result.verdict() instanceof Verdict.Achieved achieved
            ? ResultCheck.of(task, achieved)
            : result.verdict();
    if (toBounds && verdict instanceof Verdict.Achieved achieved) {
      verdict = ResultCheck.atRest(task, achieved, settings);
    }
    return verdict.with(result.printed());
  }

  /**
   * The norm under which no force exceeds its bound, as a force f makes a derivative of f·a by a
   * fractional coordinate. With energies that step at a cutoff only GULP's own bound is reached.
   */
  private OptionalDouble gtol(Task task) {
    boolean steps =
        task.potential().dispersionSum() != DispersionSum.EWALD
            || !task.potential().threeBody().isEmpty();
    if (steps) {
      return OptionalDouble.empty();
    }
    double edge = Double.POSITIVE_INFINITY;
    for (double length : task.start().lattice().lengths()) {
      edge = Math.min(edge, length);
    }
    int variables = 3 * task.particles().size() + 3;
    double bound = settings.maxForce() * edge / variables;
    return OptionalDouble.of(Math.min(GULPS_OWN, Math.max(TIGHTEST, bound)));
  }
}
