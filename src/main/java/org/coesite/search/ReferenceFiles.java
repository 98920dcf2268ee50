package org.coesite.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coesite.crystal.format.StructureFile;
import org.coesite.crystal.format.StructureFormatException;
import org.jspecify.annotations.Nullable;

/** The files of known phases that search.yaml names: a folder of them, or each by itself. */
public final class ReferenceFiles {

  static final String KEY = "references";

  private static final List<String> ENDINGS = List.of(".cif", ".vasp", ".xyz");

  private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,100}");

  private ReferenceFiles() {}

  /** The phases, each under the name of its file without the ending. */
  public static List<Reference> read(List<Path> files) {
    return files.stream()
        .map(file -> new Reference(nameOf(file), StructureFile.read(file)))
        .toList();
  }

  /**
   * Phases whose files were sent along instead, each under the name of its file without the ending.
   *
   * @param contents texts by names of files; a name only tells format and phase
   * @throws StructureFormatException if one of them cannot be used
   */
  public static List<Reference> of(Map<String, String> contents) {
    Map<String, Reference> byName = new LinkedHashMap<>();
    contents.forEach(
        (file, text) -> {
          String name = nameOf(file);
          requireName(file);
          Reference reference = new Reference(name, StructureFile.parse(file, text));
          if (byName.put(name, reference) != null) {
            throw new StructureFormatException(file, "two files would be called '" + name + "'");
          }
        });
    return List.copyOf(byName.values());
  }

  /**
   * Checks that a text would do as the name of a file.
   *
   * @throws StructureFormatException if it would not
   */
  static void requireName(String file) {
    if (!FILE_NAME.matcher(file).matches()) {
      throw new StructureFormatException(
          file, "no name of a file: at most 100 characters, none of them a slash");
    }
  }

  private static String nameOf(Path file) {
    return nameOf(file.getFileName().toString());
  }

  private static String nameOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }

  /** All files, those of a folder by name; refuses what cannot be read. */
  static List<Path> listed(SettingsSection top, Path folder) {
    List<Path> files = new ArrayList<>();
    for (String text : top.texts(KEY)) {
      Path path = path(top, folder, text);
      if (!Files.isReadable(path)) {
        throw top.problem(KEY, path + " does not exist or cannot be read");
      }
      files.addAll(Files.isDirectory(path) ? structuresIn(top, path) : List.of(path));
    }
    Map<String, Path> byName = new HashMap<>();
    for (Path file : files) {
      @Nullable Path earlier = byName.put(nameOf(file), file);
      if (earlier != null) {
        throw top.problem(
            KEY, "%s and %s would both be called '%s'".formatted(earlier, file, nameOf(file)));
      }
    }
    try {
      read(files);
    } catch (StructureFormatException unreadable) {
      throw top.problem(KEY, unreadable.getMessage());
    }
    return files;
  }

  private static Path path(SettingsSection top, Path folder, String text) {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException impossible) {
      throw top.problem(KEY, impossible.getMessage());
    }
  }

  private static List<Path> structuresIn(SettingsSection top, Path folder) {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(ReferenceFiles::isStructure).sorted().toList();
    } catch (IOException unreadable) {
      throw top.problem(KEY, "%s cannot be listed: %s".formatted(folder, unreadable));
    }
    if (files.isEmpty()) {
      throw top.problem(KEY, folder + " holds no file " + String.join(", ", ENDINGS));
    }
    return files;
  }

  private static boolean isStructure(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
