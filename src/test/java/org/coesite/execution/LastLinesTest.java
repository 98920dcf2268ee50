package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message quotes of the output of a program. */
class LastLinesTest {

  @TempDir Path folder;

  private static String numbered(String word, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> word + " " + number)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void the_last_eight_lines_stand_below_the_message() {
    assertThat(LastLines.of(numbered("line", 20), "").below("it crashed").lines())
        .startsWith("it crashed", "last lines printed:", "  line 13")
        .endsWith("  line 20")
        .hasSize(10);
  }

  @Test
  void errors_are_quoted_beside_the_output_and_more_of_them_without_it() {
    String errors = numbered("error", 20);

    assertThat(LastLines.of("line", errors).error()).startsWith("error 17").hasSize(4);
    assertThat(LastLines.of("\n \n", errors).error()).startsWith("error 13").hasSize(8);
    assertThat(LastLines.of("", errors).below("it crashed"))
        .startsWith("it crashed\nlast errors printed:\n  error 13");
  }

  @Test
  void blank_lines_and_rules_say_nothing() {
    assertThat(LastLines.of("one\n\n -----\n %%%%%%\n  two  \n********\n", "").output())
        .containsExactly("one", "two");
  }

  @Test
  void what_a_terminal_would_obey_is_left_out() {
    assertThat(
            LastLines.of("\u001b[31mred\u001b[0m\tand\u0007 \u0000zero\u202e\u0085 end\r\n", "")
                .output())
        .containsExactly("red and zero end");
  }

  @Test
  void a_long_line_is_cut_and_the_cut_is_marked() {
    assertThat(LastLines.of("x".repeat(100_000), "").output())
        .containsExactly("x".repeat(119) + '…');
  }

  @Test
  void only_the_end_of_a_large_file_is_read() throws IOException {
    Path output = folder.resolve("out");
    Files.writeString(output, "ä".repeat(50_000) + '\n' + numbered("Zeile ü", 3));

    assertThat(LastLines.of(output, folder.resolve("missing")).output())
        .hasSize(4)
        .endsWith("Zeile ü 1", "Zeile ü 2", "Zeile ü 3");
  }

  @Test
  void bytes_that_are_no_text_do_no_harm() throws IOException {
    Path output =
        Files.write(folder.resolve("out"), "Si\u00e4 1".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(LastLines.of(output, output).output()).containsExactly("Si\ufffd 1");
  }

  @Test
  void a_file_that_cannot_be_read_is_told() {
    assertThat(LastLines.of(folder, folder).output())
        .singleElement()
        .asString()
        .startsWith(folder + " cannot be read: ");
  }

  @Test
  void of_several_runs_below_a_folder_the_one_that_printed_last_counts() throws IOException {
    Instant noon = Instant.parse("2026-07-01T12:00:00Z");
    run("first/pw.out", "of the first", noon);
    run("second/pw.out", "of the second", noon.plusSeconds(60));
    run("third/pw.out", "of the third", noon.plusSeconds(30));
    Files.writeString(folder.resolve("second/pw.in"), "younger, and no output");

    assertThat(LastLines.below(folder, noon))
        .isEqualTo(LastLines.of("of the second", "error of the second"));
    assertThat(LastLines.below(folder, noon.plusSeconds(60))).isEqualTo(LastLines.NONE);
    assertThat(LastLines.below(folder.resolve("missing"), noon)).isEqualTo(LastLines.NONE);
  }

  private void run(String name, String text, Instant when) throws IOException {
    Path output = folder.resolve(name);
    Files.createDirectories(output.getParent());
    Files.writeString(output, text);
    Files.writeString(folder.resolve(name + ".err"), "error " + text);
    Files.setLastModifiedTime(output, FileTime.from(when));
  }

  @Test
  void a_silent_program_leaves_the_message_alone() {
    assertThat(LastLines.NONE.below("it crashed")).isEqualTo("it crashed");
    assertThat(LastLines.of(folder.resolve("no"), folder.resolve("none")).below("it crashed"))
        .isEqualTo("it crashed");
  }
}
