package org.coesite.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A sound file that bad ones are made of.
 *
 * @param name of the file
 * @param text its bytes as ISO 8859-1, which loses none
 */
public record Seed(String name, String text) {

  /** Files of recorded runs are too many to read all, and the largest teach nothing more. */
  private static final int MOST = 60;

  private static final long LARGEST = 80_000;

  /** The files below a folder with one of these endings; {@code .gz} is unpacked. */
  public static List<Seed> below(String folder, String... endings) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<Path> found =
          files
              .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
              .filter(file -> file.toFile().length() <= LARGEST)
              .sorted()
              .toList();
      int step = 1 + found.size() / MOST;
      return found.stream()
          .filter(file -> found.indexOf(file) % step == 0)
          .map(Seed::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seed read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new Seed(
          file.getFileName().toString(),
          new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
