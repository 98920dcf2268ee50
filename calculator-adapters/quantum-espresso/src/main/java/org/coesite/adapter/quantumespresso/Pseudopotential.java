package org.coesite.adapter.quantumespresso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.coesite.crystal.Element;

/**
 * A pseudopotential of an element.
 *
 * @param element that it stands for
 * @param source where it comes from, as the options say
 * @param fileName that it has in the folder of a run
 * @param upf its text, not compressed
 * @param header what its head says
 */
record Pseudopotential(
    Element element, String source, String fileName, String upf, UpfHeader header) {

  /** SHA-256 of the text, in hexadecimal digits. */
  String sha256() {
    return sha256(upf);
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
