package org.coesite.adapter.quantumespresso;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.format.BoundedFile;

/** Finds pseudopotentials: beside the program, among Debian's files, or where the user says. */
final class PseudopotentialFiles {

  private static final String SHIPPED = "shipped:";
  private static final String DEBIAN = "debian:";

  /** Where Debian's quantum-espresso-data puts them. */
  private static final List<Path> DEBIAN_FOLDERS =
      List.of(
          Path.of("/usr/share/espresso/pseudo"),
          Path.of("/usr/share/doc/quantum-espresso/examples/XSpectra/pseudo"));

  /** Largest file that is read once it is unpacked, bytes. */
  private static final int LARGEST = 64_000_000;

  private PseudopotentialFiles() {}

  /**
   * Reads one.
   *
   * @param source {@code shipped:NAME}, {@code debian:NAME} or a path; {@code .gz} is unpacked
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Pseudopotential read(Element element, String source) {
    try {
      String place = source.startsWith(DEBIAN) ? inDebian(source).toString() : source;
      String upf = text(place);
      String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf(':')) + 1);
      return new Pseudopotential(
          element,
          place.startsWith(SHIPPED) ? place : Path.of(place).toAbsolutePath().toString(),
          name.replaceFirst("\\.gz$", ""),
          upf,
          UpfHeader.of(upf, element));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The one file of a folder that is named after an element, such as {@code Si.pbe.UPF}.
   *
   * @throws IllegalArgumentException if there is none, or more than one
   */
  static String inFolder(Path folder, Element element) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    String name = "(?i)" + element.symbol() + "([._-].*)?\\.upf(\\.gz)?";
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(f -> f.getFileName().toString().matches(name)).sorted().toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            found.isEmpty()
                ? "there is no file %s.*.UPF in %s".formatted(element, folder)
                : "%s holds %d files for it: %s"
                    .formatted(
                        folder, found.size(), found.stream().map(Path::getFileName).toList()));
      }
      return found.get(0).toString();
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(folder, e), e);
    }
  }

  private static String text(String place) throws IOException {
    try (InputStream raw = stream(place);
        InputStream plain =
            place.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(BoundedFile.bytes(plain, LARGEST), StandardCharsets.ISO_8859_1);
    }
  }

  private static InputStream stream(String place) throws IOException {
    if (!place.startsWith(SHIPPED)) {
      Path file = Path.of(place);
      if (!Files.isRegularFile(file)) {
        throw new FileNotFoundException("there is no file " + file);
      }
      return Files.newInputStream(file);
    }
    String name = place.substring(SHIPPED.length());
    InputStream stream =
        PseudopotentialFiles.class.getResourceAsStream(
            "/quantum-espresso/pseudopotentials/" + name);
    if (stream == null) {
      throw new FileNotFoundException("Coesite comes with no file " + name);
    }
    return stream;
  }

  private static Path inDebian(String source) throws IOException {
    String name = source.substring(DEBIAN.length());
    return DEBIAN_FOLDERS.stream()
        .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name + ".gz")))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "there is no %s in %s; install Debian's quantum-espresso-data with its examples"
                        .formatted(name, DEBIAN_FOLDERS)));
  }
}
