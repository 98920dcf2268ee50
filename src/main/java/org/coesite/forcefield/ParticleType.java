package org.coesite.forcefield;

import org.coesite.crystal.Element;

/**
 * What a term of a potential acts on: the core or the shell of an element.
 *
 * @param element chemical element
 * @param part core or shell
 */
public record ParticleType(Element element, Part part) {

  /** The parts of an ion. */
  public enum Part {
    /** The nucleus with its inner electrons; for a rigid ion the whole ion. */
    CORE,
    /** The massless valence shell of a polarisable ion. */
    SHELL
  }

  /** The core of an element. */
  public static ParticleType core(Element element) {
    return new ParticleType(element, Part.CORE);
  }

  /** The shell of an element. */
  public static ParticleType shell(Element element) {
    return new ParticleType(element, Part.SHELL);
  }

  /**
   * Reads a name such as {@code O shell}.
   *
   * @throws IllegalArgumentException quoting the text that is no such name
   */
  public static ParticleType parse(String text) {
    String[] words = text.trim().split("\\s+");
    if (words.length != 2) {
      throw new IllegalArgumentException("'" + text + "' is not an element and 'core' or 'shell'");
    }
    Element element = Element.ofSymbol(words[0]);
    return switch (words[1]) {
      case "core" -> core(element);
      case "shell" -> shell(element);
      default ->
          throw new IllegalArgumentException("'" + text + "' ends neither in 'core' nor 'shell'");
    };
  }

  @Override
  public String toString() {
    return element.symbol() + (part == Part.CORE ? " core" : " shell");
  }
}
