package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Optional;
import org.coesite.execution.Ending;
import org.coesite.execution.LastLines;

/**
 * All that a run left behind.
 *
 * @param ending how it ended
 * @param output standard output
 * @param error standard error
 * @param xml the XML file; empty if there is none
 * @param emptyFiles names of saved files without a single byte, as a full disk leaves them
 */
record Traces(
    Ending ending, PwOutput output, String error, Optional<byte[]> xml, List<String> emptyFiles) {

  /** What pw.x printed last; nothing if the files may be of an earlier run. */
  LastLines printed() {
    return ending.hasOutput() ? LastLines.of(output.text(), error) : LastLines.NONE;
  }

  /** Of a run without files, or whose files are those of another. */
  static Traces none(Ending ending) {
    return new Traces(ending, new PwOutput(""), "", Optional.empty(), List.of());
  }
}
