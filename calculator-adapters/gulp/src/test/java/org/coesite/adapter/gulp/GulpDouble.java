package org.coesite.adapter.gulp;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;

/** Executables in a folder that stand in for GULP, and relaxations with them. */
record GulpDouble(Path folder) {

  /** Replays a recorded run. */
  GulpCalculator replaying(Recording run) {
    return behaving("replay", recorded(run.output()));
  }

  /** Does what the script {@code gulp} of the test resources calls so. */
  GulpCalculator behaving(String behaviour, Path output) {
    return script(
        "COESITE_GULP_BEHAVIOUR=%s COESITE_GULP_RECORDING='%s' exec sh '%s'"
            .formatted(behaviour, output, resource("/gulp-double/gulp")));
  }

  /** Replays one of two outputs, by whether its input has a word. */
  GulpCalculator choosing(String word, Path with, Path without) {
    return script(
        """
        if grep -q %s run.gin; then COESITE_GULP_RECORDING='%s'; else COESITE_GULP_RECORDING='%s'; fi
        export COESITE_GULP_RECORDING
        exec sh '%s'\
        """
            .formatted(word, with, without, resource("/gulp-double/gulp")));
  }

  private GulpCalculator script(String commands) {
    try {
      Path file = folder.resolve("gulp");
      Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new GulpCalculator(Recording.LIBRARY, Map.of("PATH", folder.toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A recorded file with some of its text replaced. */
  Path doctored(String file, String old, String other) {
    String text = Recording.text(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " has no '" + old + "'");
    }
    try {
      Path doctored = folder.resolve("doctored.gout");
      return Files.writeString(doctored, text.replace(old, other), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path recorded(String file) {
    return resource("/gulp-recordings/" + file);
  }

  private static Path resource(String name) {
    try {
      return Path.of(GulpDouble.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Relaxation relax(GulpCalculator calculator, Recording run) {
    return relax(calculator, run.start(), settings(run.asked().name()));
  }

  Relaxation relax(GulpCalculator calculator, Structure start, RelaxationSettings settings) {
    return calculator.relax(start, settings, workplace(() -> false));
  }

  Workplace workplace(BooleanSupplier interrupted) {
    return new Workplace(
        folder.resolve("work"), "test", new LocalExecution(), Placement.HERE, interrupted);
  }

  static RelaxationSettings settings(String... stages) {
    return new RelaxationSettings(
        List.of(stages), 0, 1e-3, 0.01, 3000, Duration.ofMinutes(2), true);
  }
}
