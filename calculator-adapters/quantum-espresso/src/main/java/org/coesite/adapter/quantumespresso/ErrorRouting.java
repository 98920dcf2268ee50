package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coesite.calculator.FailureReason;

/**
 * Tells the reason of a failure from the words of an error: those of the system for a full disk, or
 * else the first pattern that fits.
 */
final class ErrorRouting {

  private record Route(Pattern words, FailureReason reason) {}

  private static final List<Route> ROUTES =
      List.of(
          route("error writing", FailureReason.DISK_FULL),
          route(
              "out of memory|cannot allocate|insufficient virtual memory|oom-kill",
              FailureReason.OUT_OF_MEMORY),
          route("check_atoms.*overlap", FailureReason.COLLAPSED),
          route("larger cell_factor", FailureReason.BASIS_OUTDATED),
          route(
              "readpp|read_upf|read_pseudo|upf|pseudo|xmlr_opentag|conflicting values for|"
                  + "dft_from_name",
              FailureReason.PSEUDOPOTENTIAL),
          route(
              "cdiaghg|rdiaghg|c_bands|electrons|too many bands|s matrix not positive|efermi|"
                  + "charge is wrong",
              FailureReason.SCF_NOT_CONVERGED),
          route("reading xml|davcio|pw_restart|read_xml", FailureReason.OUTPUT_UNREADABLE),
          route(
              "namelist|read_cards|read_input|iosys|check_tempdir|setup|invalid number of|input",
              FailureReason.INPUT_REJECTED));

  private ErrorRouting() {}

  private static Route route(String words, FailureReason reason) {
    return new Route(Pattern.compile(words), reason);
  }

  /** The reason behind some words, or another where none is known. */
  static FailureReason reason(String text, FailureReason otherwise) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return FailureReason.ofFile(
        words,
        ROUTES.stream()
            .filter(route -> route.words().matcher(words).find())
            .findFirst()
            .map(Route::reason)
            .orElse(otherwise));
  }
}
