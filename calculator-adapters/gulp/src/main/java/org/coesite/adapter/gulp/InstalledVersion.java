package org.coesite.adapter.gulp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.execution.ProgramRun;

/** Asks executables for the version in their banner, each once. */
final class InstalledVersion {

  static final String UNKNOWN = "unknown";

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String INPUT = "empty.gin";
  private static final String OUTPUT = "empty.gout";

  private final Map<Path, String> known = new ConcurrentHashMap<>();

  /** The version of an executable; {@value #UNKNOWN} if it shows no banner of GULP. */
  String of(Path program) {
    return known.computeIfAbsent(program, InstalledVersion::ask);
  }

  /** An empty input makes GULP print its banner, complain and end. */
  private static String ask(Path program) {
    try {
      Path folder = Files.createTempDirectory("coesite-gulp");
      Files.createFile(folder.resolve(INPUT));
      ProgramRun run =
          new ProgramRun(
              "version",
              List.of(program.toString()),
              folder,
              GulpRun.ONE_THREAD,
              Optional.of(INPUT),
              OUTPUT,
              LIMIT,
              Placement.HERE);
      new LocalExecution().run(run, () -> false);
      String banner = Files.readString(run.outputFile(), StandardCharsets.ISO_8859_1);
      remove(folder);
      return new GulpOutput(Listing.of(banner)).version().orElse(UNKNOWN);
    } catch (IOException failure) {
      return UNKNOWN + " (" + failure + ")";
    }
  }

  /** A program may leave files of its own. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
