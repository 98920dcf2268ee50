package org.coesite.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs of little shell programs. */
final class ShellRun {

  static final Duration LONG = Duration.ofMinutes(10);

  private ShellRun() {}

  static ProgramRun of(Path folder, String script) {
    return of(folder, script, LONG);
  }

  static ProgramRun of(Path folder, String script, Duration limit) {
    return of(folder, List.of("/bin/sh", "-c", script), limit, Placement.HERE);
  }

  static ProgramRun of(Path folder, List<String> command, Duration limit, Placement placement) {
    return new ProgramRun(
        "run", command, folder, Map.of(), Optional.empty(), "run.out", limit, placement);
  }

  /** One process under Slurm, with options as key, value, key, value. */
  static Placement slurm(String... options) {
    SortedMap<String, String> directives = new TreeMap<>();
    for (int i = 0; i < options.length; i += 2) {
      directives.put(options[i], options[i + 1]);
    }
    return new Placement("slurm", 1, 1, directives);
  }
}
