package org.coesite.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.coesite.remote.Deployment;
import org.coesite.remote.Deployment.Deployed;
import org.coesite.remote.EngineInspection;
import org.coesite.remote.Migration;
import org.coesite.remote.ModelFiles;
import org.coesite.remote.RestEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the models to an engine that runs elsewhere and tells what is missing there. */
@Command(
    name = "deploy",
    description = "Deploy the models to an engine that runs elsewhere and tell what it lacks.",
    mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private EngineOption engine = new EngineOption();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder with models to deploy instead of those of this build.")
  private @Nullable Path folder;

  @Option(
      names = "--migrate",
      description = "Take running searches to the new version; else they stay on their own.")
  private boolean migrate;

  @Override
  public Integer call() {
    ModelFiles models = models();
    RestEngine rest = engine.engine();
    String version = rest.version();
    Map<String, Deployed> deployed = new Deployment(rest).deploy(models);
    Migration.Outcome migration =
        migrate ? new Migration(rest).migrate() : new Migration.Outcome(0, List.of());
    List<String> missing = new EngineInspection(rest).missing(version, models);
    output.result(
        new View(
            rest.address().toString(),
            version,
            deployed,
            migration.migrated(),
            migration.problems(),
            missing),
        words(rest, version, deployed, migration, missing));
    return missing.isEmpty() && migration.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ModelFiles models() {
    if (folder == null) {
      return ModelFiles.standard();
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInput("--models: there is no folder %s".formatted(folder));
    }
    return ModelFiles.of(folder);
  }

  private String words(
      RestEngine rest,
      String version,
      Map<String, Deployed> deployed,
      Migration.Outcome migration,
      List<String> missing) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("engine %s, version %s".formatted(rest.address(), version));
    deployed.forEach(
        (model, there) ->
            lines.add(
                "%-18s version %d%s"
                    .formatted(model, there.version(), there.changed() ? ", new" : "")));
    if (migrate) {
      lines.add("%d process instances migrated".formatted(migration.migrated()));
      migration.problems().forEach(problem -> lines.add("not migrated: " + problem));
    }
    missing.forEach(line -> lines.add("missing: " + line));
    return lines.toString();
  }

  /** What is printed; component names are the JSON keys. */
  record View(
      String engine,
      String version,
      Map<String, Deployed> models,
      int migrated,
      List<String> notMigrated,
      List<String> missing) {}
}
