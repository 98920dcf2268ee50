package org.coesite.web.optimade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.symmetry.SpaceGroup;

/** Symbols of space groups as OPTIMADE has them. */
final class HermannMauguin {

  /** An axis with its screw and the plane across it, or a plane. */
  private static final Pattern DIRECTION = Pattern.compile("-?\\d(?:_\\d)?(?:/[a-z])?|[a-z]");

  private HermannMauguin() {}

  /** The short symbol with blanks between centring and directions: {@code P 32 2 1}. */
  static String spaced(SpaceGroup group) {
    StringBuilder spaced = new StringBuilder(group.symbol().substring(0, 1));
    Matcher directions = DIRECTION.matcher(group.symbol().substring(1));
    while (directions.find()) {
      spaced.append(' ').append(directions.group().replace("_", ""));
    }
    return spaced.toString();
  }
}
