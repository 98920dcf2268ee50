package org.coesite.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on loopback, which tests start, crash and end. */
public final class PostgresCluster implements AutoCloseable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final int port;

  private PostgresCluster(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Makes and starts one; PostgreSQL refuses to run as root, so root lends it a user. */
  public static PostgresCluster started() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("coesite-postgres");
    if (isRoot()) {
      run("chown", "postgres", folder.toString());
    }
    PostgresCluster cluster = new PostgresCluster(folder, freePort());
    cluster.program("initdb", "-U", "coesite", "-A", "trust", "-D", cluster.data());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    cluster.start();
    return cluster;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Address of a new empty database. */
  public String createDatabase(String name) throws IOException, InterruptedException {
    program("createdb", "-h", "127.0.0.1", "-p", "" + port, "-U", "coesite", name);
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=coesite".formatted(port, name);
  }

  /** Starts it, also after a crash. */
  public void start() throws IOException, InterruptedException {
    String options = "-p %d -c listen_addresses=127.0.0.1 -k %s".formatted(port, folder);
    String log = folder.resolve("log").toString();
    program("pg_ctl", "start", "-w", "-D", data(), "-l", log, "-o", options);
  }

  /** Ends it as a power cut does: nothing is written that was not written yet. */
  public void crash() throws IOException, InterruptedException {
    program("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        crash();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void program(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(newest().resolve("bin").resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(new String[0]));
  }

  private static Path newest() throws IOException {
    assertThat(VERSIONS).as("install postgresql; ./check does it").isDirectory();
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions.max(Comparator.comparing(Path::toString)).orElseThrow();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("coesite-postgres", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      String said = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(ended && process.exitValue() == 0).as("%s: %s", command[0], said).isTrue();
    } finally {
      Files.delete(output);
    }
  }
}
