package org.coesite.web;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Texts that nobody can guess. */
public final class RandomText {

  /** No characters that look alike in a terminal: 56 of them, 5.8 bits each. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  /** What the engine asks of every password. */
  private static final Pattern EVERY_KIND = Pattern.compile("(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).*");

  private final SecureRandom random = new SecureRandom();

  /** A password of 145 bits that a person can copy by hand. */
  public String password() {
    String password;
    do {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < GROUPS * GROUP; i++) {
        text.append(i > 0 && i % GROUP == 0 ? "-" : "");
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      password = text.toString();
    } while (!EVERY_KIND.matcher(password).matches());
    return password;
  }
}
