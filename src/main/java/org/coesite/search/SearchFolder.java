package org.coesite.search;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The folder of a search in a data directory: its report, raw files and runs. */
record SearchFolder(Path folder) {

  private static final List<String> PARTS = List.of("report", "raw", "work");

  /**
   * Removes what Coesite put there; the folder itself stays if there is anything else in it.
   *
   * @throws DataDirectoryException if something cannot be removed
   */
  void delete() {
    try {
      for (String part : PARTS) {
        FileSystemUtils.deleteRecursively(folder.resolve(part));
      }
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException othersFiles) {
      // Whoever put them there may want them.
    } catch (IOException failure) {
      throw new DataDirectoryException(
          "%s cannot be removed: %s".formatted(folder, failure), failure);
    }
  }
}
