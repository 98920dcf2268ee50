package org.coesite.forcefield;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The potentials that come with Coesite, by name. */
public final class PotentialLibrary {

  private static final String FOLDER = "/potentials/";

  private static final List<String> NAMES =
      List.of(
          "sio2-bks",
          "sio2-bks-rep",
          "sio2-bks-rep-c6",
          "sio2-slc",
          "sio2-slc-c6",
          "mgalo-bush",
          "mgalo-formal",
          "mgalo-lewis-catlow",
          "srtio3",
          "tio2-matsui");

  private final Map<String, Potential> potentials;

  private PotentialLibrary(Map<String, Potential> potentials) {
    this.potentials = potentials;
  }

  /** Reads the potentials that come with Coesite; hold on to it, reading takes a while. */
  public static PotentialLibrary standard() {
    PotentialReader reader = new PotentialReader();
    return new PotentialLibrary(
        NAMES.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), name -> reader.read(text(name), name + ".yaml"))));
  }

  private static String text(String name) {
    try (InputStream stream = PotentialLibrary.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + name + ".yaml is missing from the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names, in the order in which to show them. */
  public List<String> names() {
    return NAMES;
  }

  /**
   * The potential of a name.
   *
   * @throws IllegalArgumentException listing the known names
   */
  public Potential potential(String name) {
    Potential potential = potentials.get(name);
    if (potential == null) {
      throw new IllegalArgumentException(
          "potential '%s' is unknown; known are %s".formatted(name, String.join(", ", NAMES)));
    }
    return potential;
  }
}
