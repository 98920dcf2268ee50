package org.coesite.cli;

import java.nio.file.Path;
import org.coesite.store.DataDirectory;
import org.coesite.store.DatabaseServer;
import org.coesite.store.SearchDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where searches are kept. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds the searches (${DEFAULT-VALUE}).")
  private Path directory = Path.of("coesite-data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:COESITE_DATABASE}",
      description =
          "PostgreSQL server that keeps the searches instead, jdbc:postgresql://HOST/NAME, for"
              + " several processes at a time; reports and runs stay in the folder. Else"
              + " COESITE_DATABASE, with COESITE_DATABASE_USER and COESITE_DATABASE_PASSWORD.")
  private @Nullable String database;

  Path directory() {
    return directory;
  }

  /** Whether other processes may work with the same searches at the same time. */
  boolean isShared() {
    return database != null;
  }

  /** Whether there can be searches to read; a server is asked when it is opened. */
  boolean holdsSearches() {
    return database != null || DataDirectory.holdsSearches(directory);
  }

  /** Opens what keeps the searches, new if need be. */
  SearchDatabase openOrCreate() {
    return database == null ? DataDirectory.openOrCreate(directory) : server(database).open();
  }

  /** Opens what keeps searches already. */
  SearchDatabase openExisting() {
    return database == null ? DataDirectory.openExisting(directory) : server(database).open();
  }

  private static DatabaseServer server(String address) {
    try {
      return new DatabaseServer(address, System.getenv());
    } catch (IllegalArgumentException refusal) {
      throw new BadInput("--database: " + refusal.getMessage());
    }
  }

  /** The options as they have to be typed to name the same place again, with a blank before. */
  String asTyped() {
    String folder = directory.equals(Path.of("coesite-data")) ? "" : " --data " + directory;
    return database == null || database.equals(System.getenv("COESITE_DATABASE"))
        ? folder
        : folder + " --database " + server(database);
  }

  @Override
  public String toString() {
    return database == null ? directory.toString() : server(database).toString();
  }
}
