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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"r-xr-xr-x", "---------"})
  void a_read_only_directory_is_refused_and_nothing_is_written(String permissions)
      throws IOException {
    Path below = directory.resolve("new").resolve("data");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    try {
      assertThatThrownBy(() -> DataDirectory.openOrCreate(directory))
          .isInstanceOf(DataDirectoryException.class)
          .hasMessage("data directory %s is read-only", directory);
      assertThatThrownBy(() -> DataDirectory.openOrCreate(below))
          .isInstanceOf(DataDirectoryException.class)
          .hasMessageStartingWith("data directory %s", below)
          .hasMessageEndingWith("is read-only");
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_read_only_database_is_refused_and_stays_as_it_is() throws IOException {
    DataDirectory.openOrCreate(directory).close();
    Path file = directory.resolve("coesite.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> DataDirectory.openExisting(directory))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessage("data directory %s: %s is read-only", directory, file);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void a_file_in_the_way_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no folder");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(file))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessageStartingWith("data directory %s cannot be made", file);
  }
}
