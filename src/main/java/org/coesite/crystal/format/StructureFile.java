package org.coesite.crystal.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.coesite.crystal.Structure;

/** Structure files by name: .cif, POSCAR*, CONTCAR*, .vasp, .poscar, .xyz and .extxyz. */
public final class StructureFile {

  private enum Format {
    CIF,
    POSCAR,
    EXTENDED_XYZ
  }

  /** Largest file that is read, bytes: reflections within a CIF make some ten million. */
  private static final int LARGEST = 64_000_000;

  private StructureFile() {}

  /**
   * Reads a file.
   *
   * @throws StructureFormatException naming the file and the place that cannot be used
   */
  public static Structure read(Path file) {
    return parse(file.toString(), text(file));
  }

  /**
   * Reads the content of a file that is not here.
   *
   * @param source name of the file, which tells its format
   * @throws StructureFormatException naming the file and the place that cannot be used
   */
  public static Structure parse(String source, String text) {
    return switch (format(source)) {
      case CIF -> Cif.read(text, source);
      case POSCAR -> Poscar.read(text, source);
      case EXTENDED_XYZ -> ExtendedXyz.read(text, source);
    };
  }

  /**
   * Writes a file, titled with its name.
   *
   * @throws StructureFormatException if the name tells no format
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Structure structure) throws IOException {
    String name = Objects.toString(file.getFileName(), "");
    String title = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    Files.writeString(file, text(name, title, structure));
  }

  /**
   * The content of a file.
   *
   * @param name of the file, which tells its format
   * @throws StructureFormatException if the name tells no format
   */
  public static String text(String name, String title, Structure structure) {
    return switch (format(name)) {
      case CIF -> Cif.write(structure, title);
      case POSCAR -> Poscar.write(structure, title);
      case EXTENDED_XYZ -> ExtendedXyz.write(structure, title);
    };
  }

  /**
   * Checks that the name of a file tells its format.
   *
   * @throws StructureFormatException if it does not
   */
  public static void requireKnownType(Path file) {
    format(file.toString());
  }

  private static Format format(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.endsWith(".cif")) {
      return Format.CIF;
    }
    if (name.endsWith(".xyz") || name.endsWith(".extxyz")) {
      return Format.EXTENDED_XYZ;
    }
    if (name.matches("(poscar|contcar).*|.*\\.(vasp|poscar|contcar)")) {
      return Format.POSCAR;
    }
    throw new StructureFormatException(
        source, "unknown file type; known are .cif, POSCAR, .vasp, .xyz and .extxyz");
  }

  /**
   * The text of a file. Old CIF files hold bytes that are no UTF-8, in names of authors; these
   * become marks.
   *
   * @throws StructureFormatException if its name tells no format or it cannot be read
   */
  public static String text(Path file) {
    requireKnownType(file);
    if (!Files.exists(file)) {
      throw new StructureFormatException(file.toString(), "no such file");
    }
    try {
      return new String(BoundedFile.bytes(file, LARGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StructureFormatException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
