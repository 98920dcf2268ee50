package org.coesite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
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
   * @throws DataDirectoryException if the folder is read-only or a running search has it open
   */
  public static SearchDatabase openOrCreate(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new DataDirectoryException(
          "data directory %s cannot be made: %s".formatted(directory, failure.getMessage()),
          failure);
    }
    return open(directory);
  }

  /**
   * Opens the database of a folder that has one.
   *
   * @throws DataDirectoryException if there is none, the folder is read-only or a running search
   *     has it open
   */
  public static SearchDatabase openExisting(Path directory) {
    if (!Files.exists(directory.resolve("coesite.mv.db"))) {
      throw new DataDirectoryException("data directory %s holds no searches".formatted(directory));
    }
    return open(directory);
  }

  private static SearchDatabase open(Path directory) {
    if (!writable(directory)) {
      throw new DataDirectoryException("data directory %s is read-only".formatted(directory));
    }
    String url = url(directory);
    try (Connection first = DriverManager.getConnection(url)) {
      return SearchDatabase.open(first.getMetaData().getURL().isEmpty() ? "" : url);
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

  /** Whoever took all write permissions away meant it, also towards an almighty user. */
  private static boolean writable(Path directory) {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(directory, PosixFileAttributeView.class);
    try {
      if (view != null) {
        Set<PosixFilePermission> granted = EnumSet.copyOf(view.readAttributes().permissions());
        granted.retainAll(WRITE);
        if (granted.isEmpty()) {
          return false;
        }
      }
      return Files.isWritable(directory);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
