package org.coesite.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.coesite.calculator.Workplace;

/** Reads what outside programs left in the folders of a relaxation. */
final class RawFiles {

  /** Of a larger file only size and hash go on record, bytes. */
  private static final long LARGEST = 1 << 26;

  private final List<PathMatcher> wanted;

  /** Of these names, with {@code *} for any part of one. */
  RawFiles(List<String> names) {
    this.wanted =
        names.stream()
            .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name))
            .toList();
  }

  /** Those of a relaxation and of the loose one before it, by name. */
  List<RawFile> of(Workplace workplace) {
    List<RawFile> files = new ArrayList<>();
    if (!wanted.isEmpty()) {
      add(workplace.folder(), "", files);
      add(workplace.loose().folder(), "loose/", files);
    }
    return List.copyOf(files);
  }

  private void add(Path folder, String prefix, List<RawFile> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(this::isWanted).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.add(read(file, prefix + name));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "files of a run in %s cannot be read: %s".formatted(folder, failure.getMessage()),
          failure);
    }
  }

  private boolean isWanted(Path file) {
    return wanted.stream().anyMatch(names -> names.matches(file.getFileName()))
        && Files.isRegularFile(file);
  }

  private static RawFile read(Path file, String name) throws IOException {
    MessageDigest digest = ContentHash.digest();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    boolean small = Files.size(file) <= LARGEST;
    long bytes;
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest);
        OutputStream zip =
            small ? new GZIPOutputStream(compressed) : OutputStream.nullOutputStream()) {
      bytes = content.transferTo(zip);
    }
    return new RawFile(
        name, ContentHash.hex(digest.digest()), bytes, small ? compressed.toByteArray() : null);
  }
}
