package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, where mvn and java are scripts that write down calls. */
class LauncherTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path home;
  private Path tools;

  @BeforeEach
  void copy_the_launcher_beside_a_source_and_stand_in_for_the_tools() throws IOException {
    home = Files.createDirectories(folder.resolve("a clone"));
    tools = Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(home.resolve(".mvn"));
    Files.copy(Path.of("coesite"), home.resolve("coesite"));
    Files.copy(Path.of(".mvn", "build-tools.sh"), home.resolve(".mvn").resolve("build-tools.sh"));
    Files.createDirectories(home.resolve("src/main"));
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("src/main/Source.java"), "class Source {}");
    for (String program :
        List.of(
            "bash",
            "dirname",
            "readlink",
            "find",
            "head",
            "sed",
            "mkdir",
            "touch",
            "flock",
            "cat",
            "sleep")) {
      script(program, "exec " + onThePath(program) + " \"$@\"");
    }
    script("javac", "echo javac 17.0.15");
    script("java", "for argument; do echo \"<$argument>\"; done");
    script("mvn", "echo built >>builds; mkdir -p target; echo jar >target/coesite.jar");
    script("id", "echo 1000");
  }

  @Test
  void it_builds_when_the_jar_is_missing_and_then_runs_it() throws Exception {
    Run run = launch("symmetry", "my file.cif");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("<-jar>\n<" + home.resolve("target/coesite.jar") + ">")
        .endsWith("<symmetry>\n<my file.cif>\n");
    assertThat(run.err()).contains("building");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_runs_at_once_when_the_jar_is_newer_than_all_sources() throws Exception {
    launch("list");
    Run second = launch("list");

    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_builds_again_when_a_source_is_newer_than_the_jar() throws Exception {
    launch("list");
    date(home.resolve("src/main/Source.java"), Instant.now().plusSeconds(60));
    launch("list");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void it_finds_its_home_through_a_symbolic_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a clone/coesite"));

    Run run = run(link, "list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("<" + home.resolve("target/coesite.jar") + ">");
  }

  @Test
  void a_failed_build_ends_with_exit_code_1_and_runs_nothing() throws Exception {
    script("mvn", "echo 'COMPILATION ERROR'; exit 1");

    Run run = launch("list");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("COMPILATION ERROR").contains("the build failed");
  }

  @Test
  void the_exit_code_is_that_of_the_command() throws Exception {
    script("java", "exit 2");

    assertThat(launch("list").exitCode()).isEqualTo(2);
  }

  @Test
  void without_a_compiler_it_names_the_line_that_installs_one() throws Exception {
    script("javac", "echo javac 11.0.2");

    Run run = launch("list");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("version 11").contains("apt-get install default-jdk-headless");
    assertThat(builds()).isZero();
  }

  @Test
  void where_root_may_install_it_installs_what_is_missing() throws Exception {
    script("id", "echo 0");
    Path mvn = tools.resolve("mvn");
    Path packed = folder.resolve("mvn");
    Files.move(mvn, packed);
    script("apt-get", "[ $1 = update ] || " + onThePath("cp") + " " + packed + " " + mvn);

    Run run = launch("list");

    assertThat(run.err()).contains("installing default-jdk-headless maven");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void two_launchers_at_once_build_once() throws Exception {
    script("mvn", "sleep 0.3; echo built >>builds; mkdir -p target; echo jar >target/coesite.jar");

    Process first = start(home.resolve("coesite"), "list");
    Process second = start(home.resolve("coesite"), "list");

    assertThat(finish(first).exitCode()).isZero();
    assertThat(finish(second).exitCode()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  private record Run(int exitCode, String out, String err) {}

  private Run launch(String... arguments) throws Exception {
    return run(home.resolve("coesite"), arguments);
  }

  private Run run(Path launcher, String... arguments) throws Exception {
    return finish(start(launcher, arguments));
  }

  private Process start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private long builds() throws IOException {
    Path builds = home.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  private void script(String name, String body) throws IOException {
    Path script = tools.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    date(file, LONG_AGO);
    date(file.getParent(), LONG_AGO);
  }

  private static void date(Path file, Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private static Path onThePath(String program) {
    for (String directory : System.getenv("PATH").split(":", -1)) {
      Path candidate = Path.of(directory, program);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new UncheckedIOException(new IOException(program + " is not on the PATH"));
  }
}
