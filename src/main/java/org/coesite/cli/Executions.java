package org.coesite.cli;

import java.util.List;
import org.coesite.execution.Execution;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.SlurmExecution;

/** The places where this build can run outside programs. */
final class Executions {

  private Executions() {}

  /** All of them, of different names. */
  static List<Execution> all() {
    return List.of(new LocalExecution(), new SlurmExecution(System.getenv()));
  }

  /** The one of a name that the settings have let pass. */
  static Execution named(String name) {
    return all().stream()
        .filter(execution -> execution.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown execution '" + name + "'"));
  }
}
