package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coesite.adapter.quantumespresso.Verdict.Done;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.adapter.quantumespresso.Verdict.Unfinished;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Placement;

/**
 * One run of pw.x to its end, over as many attempts as it takes. What an earlier attempt of the
 * same input left is used: a result is read, a run that was ended goes on.
 *
 * @param folder of this round alone
 * @param placement where and on how much
 */
record Round(
    Path folder, PwInput input, PwProgram program, Workplace workplace, Placement placement) {

  /** How to begin, the best first. */
  private enum Way {
    /** Where the run was, with its density and the memory of its optimiser. */
    RESTART,
    /** Anew from the last structure that was computed. */
    LAST_STRUCTURE,
    /** Anew from the start. */
    SCRATCH
  }

  /** What shows that a way of going on is closed, and the next one is to be tried. */
  private static final Set<FailureReason> CLOSED =
      Set.of(FailureReason.OUTPUT_UNREADABLE, FailureReason.INPUT_REJECTED, FailureReason.CRASHED);

  /** pw.x looks at its clock between iterations: it is to stop before it is stopped. */
  private static final double SHARE_OF_LIMIT = 0.9;

  /**
   * What came of it.
   *
   * @param steps all steps of all attempts
   */
  record Report(Verdict verdict, List<Point> steps) {}

  /**
   * Ends and deletes what is there of another input.
   *
   * @return why that cannot be done now; empty if the folder is free for this run
   */
  Optional<Report> clear() throws IOException {
    if (new SavedRun(folder).identity().equals(input.identity())) {
      return Optional.empty();
    }
    Optional<Ending> atWork = program.giveUp(name(), folder, workplace, placement);
    if (atWork.isEmpty()) {
      Folders.delete(folder);
    }
    return atWork.map(
        ending -> new Report(Judge.on(Asked.of(input), Traces.none(ending)), List.of()));
  }

  /** In a folder that is {@link #clear()}. */
  Report run(TimeBudget time) throws IOException {
    SavedRun saved = new SavedRun(folder);
    if (!Files.exists(folder)) {
      saved.identify(input.identity());
      return attempts(saved, List.of(Way.SCRATCH), time);
    }
    if (program.goesOn(name(), folder, workplace, placement)) {
      return awaited(saved, time);
    }
    Verdict earlier = Judge.on(Asked.of(input), saved.traces(new Ending.Exited(0)));
    if (isFinal(earlier)) {
      return finished(saved, earlier);
    }
    List<Way> ways = ways(saved);
    saved.keepSteps();
    return attempts(saved, ways, time);
  }

  /** Waits for a job that is still at work and leaves its files alone until then. */
  private Report awaited(SavedRun saved, TimeBudget time) throws IOException {
    Verdict verdict = judged(saved, time);
    return isFinal(verdict) ? finished(saved, verdict) : new Report(verdict, saved.allSteps());
  }

  private static List<Way> ways(SavedRun saved) throws IOException {
    List<Way> ways = new ArrayList<>();
    if (saved.canRestart()) {
      ways.add(Way.RESTART);
    }
    if (!saved.currentSteps().isEmpty()) {
      ways.add(Way.LAST_STRUCTURE);
    }
    ways.add(Way.SCRATCH);
    return ways;
  }

  private Report attempts(SavedRun saved, List<Way> ways, TimeBudget time) throws IOException {
    List<Point> before = saved.currentSteps();
    for (int i = 0; ; i++) {
      if (i > 0) {
        // Only now is it certain that no earlier run is still writing there.
        saved.deleteOutdir();
      }
      Verdict verdict = attempt(saved, ways.get(i), before, time);
      boolean closed = verdict instanceof Failure f && CLOSED.contains(f.reason());
      if (isFinal(verdict)) {
        return finished(saved, verdict);
      }
      if (!closed || i + 1 == ways.size() || time.isSpent()) {
        return new Report(verdict, saved.allSteps());
      }
    }
  }

  private Verdict attempt(SavedRun saved, Way way, List<Point> before, TimeBudget time)
      throws IOException {
    Path file = folder.resolve(PwInput.FILE);
    // Read where pw.x printed nothing: it must not be that of an earlier attempt.
    Files.deleteIfExists(folder.resolve(SavedRun.CRASH));
    Duration inOrder =
        Duration.ofSeconds(Math.max(1, (long) (SHARE_OF_LIMIT * time.left().toSeconds())));
    Folders.write(
        file,
        switch (way) {
          case RESTART -> PwInput.continued(Folders.text(file), inOrder);
          case LAST_STRUCTURE ->
              input.from(before.get(before.size() - 1).structure()).text(inOrder);
          case SCRATCH -> input.text(inOrder);
        });
    return judged(saved, time);
  }

  private Verdict judged(SavedRun saved, TimeBudget time) throws IOException {
    Ending ending = program.run(name(), folder, workplace, placement, time);
    return Judge.on(Asked.of(input), saved.traces(ending));
  }

  private String name() {
    return workplace.label() + "." + folder.getFileName();
  }

  /** Nothing would be gained by running the same input again. */
  private static boolean isFinal(Verdict verdict) {
    return verdict instanceof Done
        || (verdict instanceof Unfinished u && u.kind() == FailureReason.BASIS_OUTDATED);
  }

  private static Report finished(SavedRun saved, Verdict verdict) throws IOException {
    Report report = new Report(verdict, saved.allSteps());
    saved.keepXmlOnly();
    return report;
  }
}
