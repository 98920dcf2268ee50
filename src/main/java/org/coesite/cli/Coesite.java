package org.coesite.cli;

/** The command line. */
public final class Coesite {
  private Coesite() {}

  /** Starts the command that the arguments name. */
  public static void main(String[] arguments) {
    System.exit(0);
  }
}
