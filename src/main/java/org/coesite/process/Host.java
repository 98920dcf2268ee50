package org.coesite.process;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine that this process runs on. */
public final class Host {

  private Host() {}

  /** Its name, as the audit records it. */
  public static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  /** The name of this process among all that work with a database. */
  static String process() {
    return prefix() + ProcessHandle.current().pid();
  }

  /** Whether a name is that of a process of this machine that has ended. */
  static boolean hasEnded(String process) {
    if (!process.startsWith(prefix())) {
      return false;
    }
    String number = process.substring(prefix().length());
    return number.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(number)).isEmpty();
  }

  private static String prefix() {
    return "worker-" + name() + "-";
  }
}
