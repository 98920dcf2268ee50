package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coesite.calculator.Workplace;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawOutputsTest {

  private static final String SEARCH = "silica";

  @TempDir Path data;
  @TempDir Path work;
  private RawOutputs outputs;
  private List<RawFile> files;

  @BeforeEach
  void run_a_program() throws IOException {
    Files.createDirectories(work.resolve("run/round-1/out/pwscf.save"));
    Files.createDirectories(work.resolve("run-loose"));
    Files.writeString(work.resolve("run/round-1/pw.in"), "&control\n");
    Files.writeString(work.resolve("run/round-1/pw.out"), "JOB DONE.\n".repeat(1000));
    Files.writeString(work.resolve("run/round-1/out/pwscf.save/charge-density.dat"), "large");
    Files.writeString(work.resolve("run-loose/pw.in"), "&control\n");
    Workplace place =
        new Workplace(
            work.resolve("run"), "label", new LocalExecution(), Placement.HERE, () -> false);
    files = new RawFiles(List.of("pw.in", "pw.out*")).of(place);
    outputs = new RawOutputs(data);
    outputs.write(SEARCH, files);
  }

  private static ListedFile listed(RawFile file) {
    return new ListedFile(file.name(), file.sha256(), file.bytes(), true);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  @Test
  void what_a_program_was_asked_and_answered_is_found_and_what_it_only_works_with_is_left() {
    assertThat(files)
        .extracting(RawFile::name)
        .containsExactly("round-1/pw.in", "round-1/pw.out", "loose/pw.in");
    assertThat(files.get(1).bytes()).isEqualTo(10_000);
    assertThat(files.get(1).sha256()).isEqualTo(ContentHash.of("JOB DONE.\n".repeat(1000)));
  }

  @Test
  void a_content_is_kept_once_compressed_and_named_by_its_hash() throws IOException {
    outputs.write(SEARCH, files);

    assertThat(kept()).hasSize(2);
    String sha256 = files.get(1).sha256();
    Path file =
        data.resolve("silica/raw/%s/%s.gz".formatted(sha256.substring(0, 2), sha256.substring(2)));
    assertThat(Files.size(file)).isLessThan(500);
    try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(content.readAllBytes()).hasSize(10_000);
    }
  }

  @Test
  void an_altered_cut_or_missing_content_is_a_problem() throws IOException {
    ListedFile file = listed(files.get(1));
    assertThat(outputs.problem(SEARCH, file)).isEmpty();
    for (Path one : kept()) {
      byte[] content = Files.readAllBytes(one);
      content[content.length / 2] ^= 1;
      Files.write(one, content);
    }
    assertThat(outputs.problem(SEARCH, file)).get().asString().startsWith("is altered");
    for (Path one : kept()) {
      Files.write(one, new byte[] {31});
    }
    assertThat(outputs.problem(SEARCH, file)).get().asString().startsWith("is altered");
    for (Path one : kept()) {
      Files.delete(one);
    }
    assertThat(outputs.problem(SEARCH, file)).get().asString().startsWith("is missing");
  }

  @Test
  void a_content_that_is_not_what_its_hash_says_is_not_taken() throws IOException {
    RawFile forged =
        new RawFile("pw.out", ContentHash.of("other"), 10_000, files.get(1).compressed());

    assertThatThrownBy(() -> outputs.write(SEARCH, List.of(forged)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pw.out is altered");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void names_that_lead_out_of_the_folder_are_refused() {
    String sha256 = files.get(0).sha256();
    for (String name : List.of("../pw.in", "/etc/passwd", "a/../../b", "", "a//b", "a\\b", "..")) {
      assertThatThrownBy(() -> new RawFile(name, sha256, 1, null))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> outputs.extract(SEARCH, new ListedFile("../x", sha256, 1, true), work))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out");
  }

  @Test
  void a_kept_file_comes_back_as_it_was_and_replaces_none() throws IOException {
    Path folder = work.resolve("unpacked");

    outputs.extract(SEARCH, listed(files.get(1)), folder);

    assertThat(folder.resolve("round-1/pw.out"))
        .hasSameBinaryContentAs(work.resolve("run/round-1/pw.out"));
    assertThatThrownBy(() -> outputs.extract(SEARCH, listed(files.get(1)), folder))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void a_record_with_files_travels_in_a_parcel() {
    ResultParcel parcel =
        new ResultParcel(
            List.of(OneAttempt.of(Purpose.REFINE, OneAttempt.KILLED).withFiles(files)));

    RelaxationRecord arrived =
        Parcel.unpack(Parcel.pack(parcel), ResultParcel.class).records().get(0);

    assertThat(arrived.files()).extracting(RawFile::sha256).hasSize(3);
    outputs.write("elsewhere", arrived.files());
    assertThat(outputs.problem("elsewhere", listed(files.get(1)))).isEmpty();
  }
}
