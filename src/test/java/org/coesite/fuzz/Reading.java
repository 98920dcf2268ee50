package org.coesite.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to do with any file: give a value or refuse it in the documented way, in little
 * time and memory.
 *
 * @param refusal the documented exception, no other and no kind of it
 * @param message what its message is like: it tells the place
 */
public record Reading(Class<? extends RuntimeException> refusal, Pattern message) {

  private static final Path KEPT = Path.of("target", "fuzz");

  /** Of the processor, s; the longest that was needed is a tenth of this. */
  private static final double LONGEST = 5;

  /** A thread that is still reading after this time will do so for ever, ms. */
  private static final long PATIENCE = 60_000;

  /** Bytes that may be allocated for each of the file, and beside them. */
  private static final long PER_BYTE = 1500;

  private static final long BESIDE = 100_000_000;

  private static final long STACK = 512 * 1024;

  /** What reads a file. */
  @FunctionalInterface
  public interface Reader {
    /** Reads it and looks at what came out. */
    void read(BadFile file) throws IOException;
  }

  /** Of a reader that refuses files with this exception and a message that begins like this. */
  public static Reading refusedWith(Class<? extends RuntimeException> refusal, String message) {
    return new Reading(refusal, Pattern.compile(message, Pattern.DOTALL));
  }

  /** Fails, and keeps the file, unless the reader gives a value or refuses the file. */
  public void endsWell(BadFile file, Reader reader) {
    Attempt attempt = new Attempt(file, reader);
    Thread thread = new Thread(null, attempt, "reading", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    @Nullable Throwable fault =
        thread.isAlive() ? endless(thread.getStackTrace()) : attempt.fault(this).orElse(null);
    if (fault != null) {
      throw new AssertionError("%s, kept as %s: %s".formatted(file, kept(file), fault), fault);
    }
  }

  private static Throwable endless(StackTraceElement[] place) {
    Throwable endless = new IllegalStateException("still reading after " + PATIENCE + " ms");
    endless.setStackTrace(place);
    return endless;
  }

  private static Path kept(BadFile file) {
    try {
      Path path = Files.createDirectories(KEPT).resolve(file.seed().name());
      return Files.write(path, file.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One reading in a thread of its own. */
  private static final class Attempt implements Runnable {

    private final BadFile file;
    private final Reader reader;
    private @Nullable Throwable thrown;
    private long allocated;
    private double seconds;

    Attempt(BadFile file, Reader reader) {
      this.file = file;
      this.reader = reader;
    }

    @Override
    public void run() {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      try {
        reader.read(file);
      } catch (Throwable any) {
        thrown = any;
      }
      allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      seconds = threads.getCurrentThreadCpuTime() / 1e9;
    }

    Optional<Throwable> fault(Reading asked) {
      if (thrown != null && !asked.isRefusal(thrown)) {
        return Optional.of(thrown);
      }
      long most = BESIDE + PER_BYTE * file.text().length();
      List<String> excess =
          List.of(
              seconds > LONGEST ? "%.1f s, limit %.1f s".formatted(seconds, LONGEST) : "",
              allocated > most ? "%,d bytes, limit %,d".formatted(allocated, most) : "");
      return excess.stream()
          .filter(e -> !e.isEmpty())
          .<Throwable>map(AssertionError::new)
          .findFirst();
    }
  }

  private boolean isRefusal(Throwable thrown) {
    return thrown.getClass() == refusal
        && message.matcher(String.valueOf(thrown.getMessage())).lookingAt();
  }
}
