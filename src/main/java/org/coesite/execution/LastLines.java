package org.coesite.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last lines that a program printed, as a message about its failure quotes them: at most 8, or
 * 8 and 4 where it printed errors as well, of at most 120 characters.
 *
 * @param output lines of standard output
 * @param error lines of standard error
 */
public record LastLines(List<String> output, List<String> error) {

  /** Of a program that printed nothing, or never began. */
  public static final LastLines NONE = new LastLines(List.of(), List.of());

  private static final int MOST = 8;

  /** Standard error has its last words only, where standard output tells what went before. */
  private static final int MOST_BESIDE = 4;

  private static final int LONGEST = 120;

  /** How much of the end is looked at, bytes of a file or characters: a line may have no end. */
  private static final int READ = 16_384;

  /** Keeps its own copies. */
  public LastLines {
    output = List.copyOf(output);
    error = List.copyOf(error);
  }

  /** Of what a program printed on standard output and as errors. */
  public static LastLines of(String output, String error) {
    List<String> printed = last(output, MOST);
    return new LastLines(printed, last(error, printed.isEmpty() ? MOST : MOST_BESIDE));
  }

  /** Of the files in which a run keeps its output; in place of one that cannot be read, why not. */
  public static LastLines of(Path output, Path error) {
    return of(end(output), end(error));
  }

  /**
   * Of the run below a folder that printed last; nothing if none has printed since.
   *
   * @param since lines from before are those of an earlier run
   */
  public static LastLines below(Path folder, Instant since) {
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ProgramRun.ERROR))
          .map(LastLines::outputBeside)
          .filter(file -> Files.isRegularFile(file) && modified(file).isAfter(since))
          .max(Comparator.comparing(LastLines::modified))
          .map(file -> of(file, ProgramRun.errorFile(file)))
          .orElse(NONE);
    } catch (IOException | UncheckedIOException unreadable) {
      return of("%s cannot be read: %s".formatted(folder, unreadable.getMessage()), "");
    }
  }

  private static Path outputBeside(Path error) {
    String name = error.getFileName().toString();
    return error.resolveSibling(name.substring(0, name.length() - ProgramRun.ERROR.length()));
  }

  private static Instant modified(Path file) {
    return Instant.ofEpochMilli(file.toFile().lastModified());
  }

  private static String end(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - READ));
      ByteBuffer bytes = ByteBuffer.allocate(READ);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    } catch (NoSuchFileException none) {
      return "";
    } catch (IOException unreadable) {
      return "%s cannot be read: %s".formatted(file, unreadable.getMessage());
    }
  }

  private static List<String> last(String text, int most) {
    String end = text.substring(Math.max(0, text.length() - READ));
    List<String> lines =
        end.lines().map(LastLines::plain).filter(LastLines::saysSomething).toList();
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  /** Without colours and other control characters, which a terminal would obey. */
  private static String plain(String line) {
    String plain =
        line.replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]", "")
            .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
            .strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + '…';
  }

  /** Whether it is more than a rule or a frame. */
  private static boolean saysSomething(String line) {
    return line.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A message with these lines below it; the message alone if there are none. */
  public String below(String message) {
    return message + block("last lines printed:", output) + block("last errors printed:", error);
  }

  private static String block(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : Stream.concat(Stream.of(heading), lines.stream().map(line -> "  " + line))
            .reduce("", (text, line) -> text + '\n' + line);
  }
}
