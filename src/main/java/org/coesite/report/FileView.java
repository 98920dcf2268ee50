package org.coesite.report;

import java.util.Locale;
import org.coesite.search.ListedFile;

/** A file of an outside program as the audit prints it; component names are the JSON keys. */
public record FileView(String name, String sha256, long bytes, boolean kept) {

  /** A file on record. */
  public static FileView of(ListedFile file) {
    return new FileView(file.name(), file.sha256(), file.bytes(), file.kept());
  }

  /** Name, size and hash in one line. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "  file %-32s %9d bytes  SHA-256 %s%s",
        name,
        bytes,
        sha256,
        kept ? "" : " (content not kept)");
  }
}
