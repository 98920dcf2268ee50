package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A real Slurm with one node on loopback, without accounting, cgroups or systemd. */
public final class OneNodeSlurm {

  private static final String CONFIGURATION =
      """
      ClusterName=coesite
      SlurmctldHost=localhost(127.0.0.1)
      SlurmctldPort=%2$d
      SlurmdPort=%3$d
      SlurmUser=%4$s
      SlurmdUser=%4$s
      AuthType=auth/munge
      AuthInfo=socket=%1$s/munge.socket
      CredType=cred/munge
      StateSaveLocation=%1$s/state
      SlurmdSpoolDir=%1$s/spool
      SlurmctldPidFile=%1$s/slurmctld.pid
      SlurmdPidFile=%1$s/slurmd.pid
      SlurmctldLogFile=%1$s/slurmctld.log
      SlurmdLogFile=%1$s/slurmd.log
      SlurmdParameters=config_overrides
      MailProg=/bin/true
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      SchedulerParameters=sched_interval=1
      MpiDefault=none
      ReturnToService=2
      MinJobAge=600
      MessageTimeout=5
      KillWait=1
      NodeName=localhost NodeAddr=127.0.0.1 CPUs=8 State=UNKNOWN
      PartitionName=main Nodes=localhost Default=%5$s MaxTime=INFINITE State=UP
      PartitionName=short Nodes=localhost MaxTime=5 State=UP
      """;

  private final Path folder;
  private final Map<String, Process> daemons = new LinkedHashMap<>();

  /** One that runs jobs without directives in the partition main. */
  OneNodeSlurm() throws Exception {
    this("YES");
  }

  /** One that refuses jobs that name no partition: main or short. */
  public static OneNodeSlurm demandingPartition() throws Exception {
    return new OneNodeSlurm("NO");
  }

  /** Starts it below target/ and waits until its node is idle. */
  private OneNodeSlurm(String hasDefault) throws Exception {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    folder = Files.createTempDirectory(target, "slurm");
    Files.createDirectories(folder.resolve("state"));
    Files.createDirectories(folder.resolve("spool"));
    String user = System.getProperty("user.name");
    Files.writeString(
        folder.resolve("slurm.conf"),
        CONFIGURATION.formatted(folder, freePort(), freePort(), user, hasDefault));
    Files.writeString(folder.resolve("cgroup.conf"), "CgroupPlugin=cgroup/v1\n");
    byte[] key = new byte[1024];
    new Random().nextBytes(key);
    Path keyFile = Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("r--------"));
    try {
      startMunge();
      startController();
      startNode();
    } catch (Exception | AssertionError failure) {
      close();
      throw failure;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void startMunge() throws Exception {
    start(
        "munged",
        "--foreground",
        "--force",
        "--socket=" + folder.resolve("munge.socket"),
        "--key-file=" + folder.resolve("munge.key"),
        "--pid-file=" + folder.resolve("munge.pid"),
        "--log-file=" + folder.resolve("munge.log"),
        "--seed-file=" + folder.resolve("munge.seed"));
    Eventually.holds("munged", () -> Files.exists(folder.resolve("munge.socket")));
  }

  void startController() throws Exception {
    start("slurmctld", "-D", "-f", folder.resolve("slurm.conf").toString());
    Eventually.holds("slurmctld", () -> ask("scontrol", "ping").output().contains("is UP"));
  }

  void startNode() throws Exception {
    start("slurmd", "-D", "-N", "localhost", "-f", folder.resolve("slurm.conf").toString());
    waitForNode();
  }

  void waitForNode() throws Exception {
    Eventually.holds(
        "a node that takes jobs",
        () -> ask("sinfo", "-h", "-p", "main", "-o", "%T").output().matches("(idle|mixed)\\s*"));
  }

  private void start(String daemon, String... options) throws IOException {
    Path program = Path.of("/usr/sbin", daemon);
    assertThat(program).as("install slurm-wlm and munge; ./check does it").isExecutable();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(daemon + ".out").toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    daemons.put(daemon, process);
  }

  void stop(String daemon) throws InterruptedException {
    Process process = daemons.remove(daemon);
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
  }

  void stopController() throws InterruptedException {
    stop("slurmctld");
  }

  /** Environment in which the commands of Slurm ask this one. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    return environment;
  }

  SchedulerCommands commands() {
    return new InstalledCommands(environment(), Duration.ofMinutes(1));
  }

  Answer ask(String... command) throws Exception {
    return commands().ask(List.of(command));
  }

  /** States of all jobs whose names begin so, one word each. */
  List<String> states(String name) throws Exception {
    Answer answer = ask("squeue", "--noheader", "--states=all", "--format=%j %T");
    assertThat(answer.isGood()).as(answer.complaint()).isTrue();
    return answer
        .output()
        .lines()
        .filter(line -> line.startsWith(name + "-"))
        .map(line -> line.split(" ")[1])
        .toList();
  }

  /** Of which run each job is, from the latest job to the first. */
  public List<String> runs() throws Exception {
    Answer answer = ask("squeue", "--noheader", "--states=all", "--sort=-i", "--format=%j");
    assertThat(answer.isGood()).as(answer.complaint()).isTrue();
    return answer.output().lines().map(name -> name.replaceFirst("-[0-9a-f]{8}$", "")).toList();
  }

  /** Lets all processes of the only job of a run stand still. */
  public void suspend(String run) throws Exception {
    control("suspend", id(run));
  }

  /** Lets them go on. */
  public void goOn(String run) throws Exception {
    control("resume", id(run));
  }

  /** Brings the end of the time of a run's only job nearer, which Slurm counts in minutes. */
  public void spendTime(String run) throws Exception {
    control("update", "JobId=" + id(run), "EndTime=now");
  }

  private void control(String... words) throws Exception {
    Answer answer =
        ask(Stream.concat(Stream.of("scontrol"), Stream.of(words)).toArray(String[]::new));
    assertThat(answer.isGood()).as(answer.complaint()).isTrue();
  }

  /** Number of the only job whose name begins so. */
  String id(String name) throws Exception {
    return ask("squeue", "--noheader", "--states=all", "--format=%j %i")
        .output()
        .lines()
        .filter(line -> line.startsWith(name + "-"))
        .map(line -> line.split(" ")[1])
        .reduce((one, other) -> one + " and " + other)
        .orElseThrow();
  }

  /** Ends its jobs and its daemons. */
  public void close() throws Exception {
    if (daemons.containsKey("slurmctld")) {
      ask("scancel", "--me");
      Eventually.holds("end of all jobs", () -> ask("squeue", "--noheader").output().isBlank());
    }
    for (String daemon : List.of("slurmd", "slurmctld", "munged")) {
      stop(daemon);
    }
  }
}
