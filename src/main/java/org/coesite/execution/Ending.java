package org.coesite.execution;

import java.time.Duration;

/** How the run of a program ended. */
public sealed interface Ending {

  /** The program ended by itself; its exit code proves nothing. */
  record Exited(int code) implements Ending {}

  /** A signal ended it, which was not ours. */
  record Killed(int signal) implements Ending {}

  /** It ran into the limit on wall-clock time and was ended with all its children. */
  record TimedOut(Duration limit) implements Ending {}

  /** It was ended with all its children because somebody asked for that. */
  record Interrupted() implements Ending {}

  /** It never began: the executable is missing, the folder is read-only, the scheduler refuses. */
  record NotStarted(String reason) implements Ending {}

  /** Nobody can tell how it ended: the node failed or the scheduler does not answer. */
  record Lost(String reason) implements Ending {}
}
