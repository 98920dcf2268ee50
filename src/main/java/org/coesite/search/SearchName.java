package org.coesite.search;

import java.util.regex.Pattern;

/** What a search may be called: it is also the name of a folder. */
public final class SearchName {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private SearchName() {}

  /**
   * The name, if it will do.
   *
   * @throws SearchNameException if it will not
   */
  public static String checked(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw new SearchNameException(
          ("'%s' cannot name a search: it has to begin with a letter or digit and may hold letters,"
                  + " digits, '.', '_' and '-', at most 64 in all")
              .formatted(name));
    }
    return name;
  }
}
