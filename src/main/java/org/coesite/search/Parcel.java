package org.coesite.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Records on their way between machines: JSON, compressed by gzip. */
public final class Parcel {

  /** No more than this is unpacked, bytes; a batch has some hundred thousand. */
  private static final int LARGEST = 1 << 28;

  private Parcel() {}

  /** Packs a record. */
  public static byte[] pack(Object content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(Json.write(content).getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return packed.toByteArray();
  }

  /**
   * Unpacks a record.
   *
   * @throws IllegalArgumentException if these bytes are no such parcel, or too many
   */
  public static <T> T unpack(byte[] packed, Class<T> type) {
    byte[] text;
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      text = zip.readNBytes(LARGEST + 1);
    } catch (IOException damaged) {
      throw new IllegalArgumentException("no parcel: " + damaged.getMessage(), damaged);
    }
    if (text.length > LARGEST) {
      throw new IllegalArgumentException("a parcel of more than %d bytes".formatted(LARGEST));
    }
    return Json.read(new String(text, StandardCharsets.UTF_8), type);
  }
}
