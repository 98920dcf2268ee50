package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.coesite.search.DataDirectoryException;
import org.coesite.search.SmallSearches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void searches_are_there_when_a_directory_is_opened_again() {
    try (SearchDatabase database = DataDirectory.openOrCreate(directory.resolve("new"))) {
      database.searches().create("quartz", SmallSearches.of(1, 1), List.of());
    }
    try (SearchDatabase database = DataDirectory.openExisting(directory.resolve("new"))) {
      assertThat(database.searches().find("quartz")).isPresent();
    }
  }

  @Test
  void a_directory_without_searches_is_named_and_nothing_is_written() {
    assertThatThrownBy(() -> DataDirectory.openExisting(directory))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessage("data directory %s holds no searches", directory);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_read_only_directory_is_refused_and_nothing_is_written() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThatThrownBy(() -> DataDirectory.openOrCreate(directory))
          .isInstanceOf(DataDirectoryException.class)
          .hasMessage("data directory %s is read-only", directory);
      assertThat(directory).isEmptyDirectory();
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_file_in_the_way_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no folder");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(file))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessageStartingWith("data directory %s cannot be made", file);
  }
}
