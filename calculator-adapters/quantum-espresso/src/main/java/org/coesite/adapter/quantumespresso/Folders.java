package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.crystal.format.BoundedFile;

/** Files of runs: written whole or not at all, and deleted with all that is below them. */
final class Folders {

  /** Largest file that is read, bytes: an XML file with the bands of a large cell has a tenth. */
  private static final int LARGEST = 64_000_000;

  private Folders() {}

  /** Writes a text through a second file, so that a kill leaves the old or the new one. */
  static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.createDirectories(file.getParent());
    Files.write(draft, text.getBytes(StandardCharsets.ISO_8859_1));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The text of a file; empty if there is none. */
  static String text(Path file) throws IOException {
    return bytes(file).map(b -> new String(b, StandardCharsets.ISO_8859_1)).orElse("");
  }

  /** The bytes of a file, if there is one. */
  static Optional<byte[]> bytes(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? Optional.of(BoundedFile.bytes(file, LARGEST))
        : Optional.empty();
  }

  /** Puts pseudopotentials where the input files look for them. */
  static void place(Path folder, Collection<Pseudopotential> species) throws IOException {
    for (Pseudopotential one : species) {
      Path file = folder.resolve(one.fileName());
      if (!text(file).equals(one.upf())) {
        write(file, one.upf());
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The files in a folder that hold no byte. */
  static List<String> empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() == 0)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
