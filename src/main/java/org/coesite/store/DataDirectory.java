package org.coesite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coesite.search.DataDirectoryException;
import org.jspecify.annotations.Nullable;

/** A folder on disk that holds the searches of one database file, for one process at a time. */
public final class DataDirectory {

  /** H2 says so when another process has the file open. */
  private static final int ALREADY_OPEN = 90020;

  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private DataDirectory() {}

  /**
   * Opens the database of a folder, made new if there is none.
   *
   * @throws DataDirectoryException if the folder is read-only, or cannot be made, or a running
   *     search has it open
   */
  public static SearchDatabase openOrCreate(Path directory) {
    if (!Files.exists(directory)) {
      requireWritable(directory, nearestExisting(directory));
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new DataDirectoryException(
          "data directory %s cannot be made: %s".formatted(directory, failure.getMessage()),
          failure);
    }
    return open(directory);
  }

  private static Path nearestExisting(Path directory) {
    Path absolute = directory.toAbsolutePath();
    return Stream.iterate(absolute, Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(absolute);
  }

  /**
   * Opens the database of a folder that has one.
   *
   * @throws DataDirectoryException if there is none, the folder is read-only or a running search
   *     has it open
   */
  public static SearchDatabase openExisting(Path directory) {
    if (!holdsSearches(directory)) {
      throw new DataDirectoryException("data directory %s holds no searches".formatted(directory));
    }
    return open(directory);
  }

  /** Whether a folder has a database; it need not be there. */
  public static boolean holdsSearches(Path directory) {
    return Files.exists(file(directory));
  }

  private static Path file(Path directory) {
    return directory.resolve("coesite.mv.db");
  }

  private static SearchDatabase open(Path directory) {
    requireWritable(directory, directory);
    if (holdsSearches(directory)) {
      requireWritable(directory, file(directory));
    }
    return connect(directory);
  }

  /** The driver says why it cannot open a file, the pool would try again for a while. */
  @SuppressWarnings("try")
  private static SearchDatabase connect(Path directory) {
    String url = url(directory);
    try (Connection first = DriverManager.getConnection(url)) {
      return SearchDatabase.open(url);
    } catch (SQLException failure) {
      throw new DataDirectoryException(
          failure.getErrorCode() == ALREADY_OPEN
              ? "data directory %s is in use by a running search".formatted(directory)
              : "data directory %s: %s".formatted(directory, failure.getMessage()),
          failure);
    }
  }

  /** Commits reach the disk at once; the file closes with the last connection, not before. */
  private static String url(Path directory) {
    return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
        .formatted(directory.toAbsolutePath().resolve("coesite"));
  }

  private static void requireWritable(Path directory, Path part) {
    if (!writable(part)) {
      throw new DataDirectoryException(
          part.equals(directory)
              ? "data directory %s is read-only".formatted(directory)
              : "data directory %s: %s is read-only".formatted(directory, part));
    }
  }

  /** Whoever took all write permissions away meant it, also towards an almighty user. */
  private static boolean writable(Path path) {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class);
    try {
      if (view != null) {
        if (Collections.disjoint(view.readAttributes().permissions(), WRITE)) {
          return false;
        }
      }
      return Files.isWritable(path);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
