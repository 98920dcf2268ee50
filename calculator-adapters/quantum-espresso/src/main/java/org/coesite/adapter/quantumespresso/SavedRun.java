package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.execution.Ending;

/** The files of a run in its folder, of all its attempts. */
record SavedRun(Path folder) {

  static final String XML = "data-file-schema.xml";

  /** Where pw.x repeats its error block, which a full buffer can keep out of its output. */
  static final String CRASH = "CRASH";

  static final String EARLIER = "earlier-%s.xml";

  /** Of which input they are; empty for none. */
  String identity() throws IOException {
    return Folders.text(folder.resolve("input.sha256")).strip();
  }

  void identify(String identity) throws IOException {
    Folders.write(folder.resolve("input.sha256"), identity + "\n");
  }

  private Path save() {
    return folder.resolve(PwInput.OUTDIR).resolve(PwInput.PREFIX + ".save");
  }

  private Path xml() {
    Path kept = folder.resolve(XML);
    return Files.exists(kept) ? kept : save().resolve(XML);
  }

  PwOutput output() throws IOException {
    return new PwOutput(Folders.text(folder.resolve(PwProgram.OUTPUT)));
  }

  Traces traces(Ending ending) throws IOException {
    PwOutput output = output();
    String error = Folders.text(folder.resolve(PwProgram.OUTPUT + ".err"));
    return new Traces(
        ending,
        output,
        output.text().isBlank() ? error + Folders.text(folder.resolve(CRASH)) : error,
        Folders.bytes(xml()),
        Folders.empty(save()));
  }

  /** Whether pw.x finds what it needs to go on: a readable XML file and a density. */
  boolean canRestart() throws IOException {
    Path density = save().resolve("charge-density.dat");
    return read(save().resolve(XML)).isPresent()
        && Files.isRegularFile(density)
        && Files.size(density) > 0;
  }

  /** Puts the steps of the last attempt where the next one does not overwrite them. */
  void keepSteps() throws IOException {
    if (Files.isRegularFile(save().resolve(XML))) {
      Files.copy(
          save().resolve(XML), earlier(numberOfEarlier()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path earlier(int number) {
    return folder.resolve(EARLIER.formatted(number));
  }

  private int numberOfEarlier() {
    int number = 0;
    while (Files.exists(earlier(number))) {
      number++;
    }
    return number;
  }

  /** The steps of the last attempt, as far as they can be read. */
  List<Point> currentSteps() throws IOException {
    return read(xml()).map(PwXml::steps).orElse(List.of());
  }

  /** The steps of all attempts; one that was looked at twice while it ran counts once. */
  List<Point> allSteps() throws IOException {
    List<List<Point>> attempts = new ArrayList<>();
    for (int i = 0; i < numberOfEarlier(); i++) {
      attempts.add(read(earlier(i)).map(PwXml::steps).orElse(List.of()));
    }
    attempts.add(currentSteps());
    List<Point> all = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      boolean sameAsNext =
          i + 1 < attempts.size()
              && !attempts.get(i).isEmpty()
              && !attempts.get(i + 1).isEmpty()
              && attempts.get(i).get(0).equals(attempts.get(i + 1).get(0));
      if (!sameAsNext) {
        all.addAll(attempts.get(i));
      }
    }
    return all;
  }

  private static Optional<PwXml> read(Path file) throws IOException {
    Optional<byte[]> bytes = Folders.bytes(file);
    try {
      return bytes.map(PwXml::read);
    } catch (IllegalArgumentException cutShort) {
      return Optional.empty();
    }
  }

  void deleteOutdir() throws IOException {
    Folders.delete(folder.resolve(PwInput.OUTDIR));
  }

  /** Drops wave functions and densities, megabytes for each k-point, once they are not needed. */
  void keepXmlOnly() throws IOException {
    if (!Files.exists(folder.resolve(XML))) {
      Files.copy(
          save().resolve(XML), folder.resolve(XML + ".draft"), StandardCopyOption.REPLACE_EXISTING);
      Files.move(folder.resolve(XML + ".draft"), folder.resolve(XML));
    }
    deleteOutdir();
  }
}
