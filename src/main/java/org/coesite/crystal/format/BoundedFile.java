package org.coesite.crystal.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files whole, but none that is larger than any sound one, and none without an end. */
public final class BoundedFile {

  private BoundedFile() {}

  /**
   * The bytes of a file.
   *
   * @param most bytes that it may have
   * @throws IOException if it cannot be read or has more
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder");
    }
    if (Files.isRegularFile(file) && Files.size(file) > most) {
      throw tooLarge("it has %,d bytes", Files.size(file), most);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return bytes(stream, most);
    }
  }

  /**
   * The bytes of a stream, such as that of a packed file.
   *
   * @param most bytes that it may give
   * @throws IOException if it cannot be read or gives more
   */
  public static byte[] bytes(InputStream stream, int most) throws IOException {
    byte[] bytes = stream.readNBytes(most);
    // A file that a program writes to may have grown behind its end: only a full read is too long.
    if (bytes.length == most && stream.read() >= 0) {
      throw tooLarge("it has more than %,d bytes", most, most);
    }
    return bytes;
  }

  private static IOException tooLarge(String has, long size, int most) {
    return new IOException(String.format(Locale.ROOT, has + "; at most %,d are read", size, most));
  }
}
