package org.coesite.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.remote.EngineRefusalException;
import org.coesite.remote.EngineUnreachableException;
import org.coesite.search.DataDirectoryException;
import org.coesite.search.RefinementChoiceException;
import org.coesite.search.SearchNameException;
import org.coesite.search.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line: every command of Coesite and how it ends. */
@Command(
    name = "coesite",
    description = "Predicts crystal structures: give it a composition, it finds the phases.",
    mixinStandardHelpOptions = true,
    versionProvider = Coesite.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SearchCommand.class,
      ResumeCommand.class,
      InjectCommand.class,
      ListCommand.class,
      ShowCommand.class,
      AuditCommand.class,
      DeleteCommand.class,
      ServeCommand.class,
      WorkerCommand.class,
      DeployCommand.class,
      RelaxCommand.class,
      BenchmarkCommand.class,
      CompareCommand.class,
      SymmetryCommand.class,
      PotentialsCommand.class
    })
public final class Coesite {

  private static final int LONGEST_LINE = 1000;

  private Coesite() {}

  /** Runs the command that the arguments name and ends with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err).execute(arguments));
  }

  /** The commands, writing results to one writer, and progress and errors to the other. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Coesite())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Coesite::explainArguments)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> explainFailure(failure, commandLine));
  }

  private static int explainArguments(ParameterException failure, String[] arguments) {
    CommandLine commandLine = failure.getCommandLine();
    String command = commandLine.getCommandSpec().qualifiedName();
    commandLine
        .getErr()
        .println("coesite: " + failure.getMessage() + " (see " + command + " --help)");
    return ExitCode.BAD_INPUT;
  }

  private static int explainFailure(Exception failure, CommandLine commandLine) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof BadInput
        || failure instanceof SettingsException
        || failure instanceof StructureFormatException
        || failure instanceof SearchNameException
        || failure instanceof RefinementChoiceException
        || failure instanceof DataDirectoryException
        || failure instanceof EngineUnreachableException) {
      err.println("coesite: " + oneLine(String.valueOf(failure.getMessage())));
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof UnfitSettingsException unfit) {
      unfit.problems().forEach(problem -> err.println("coesite: " + oneLine(problem)));
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof WorkFailed || failure instanceof EngineRefusalException) {
      err.println("coesite: " + failure.getMessage());
      return ExitCode.FAILED;
    }
    err.println("coesite: this is a fault in Coesite, please report it: " + failure);
    failure.printStackTrace(err);
    return ExitCode.FAILED;
  }

  /** A message that quotes a file may hold anything: line breaks, codes of a terminal, no end. */
  private static String oneLine(String message) {
    String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  /** The version in the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Coesite.class.getPackage().getImplementationVersion();
      return new String[] {"coesite " + Optional.ofNullable(version).orElse("(not packaged)")};
    }
  }
}
