package org.coesite.crystal.format;

/** A structure file that cannot be used: one line with file, place, value and limit. */
public final class StructureFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and where.
   *
   * @param source name of the file
   * @param place line or key in it
   * @param problem the value and what it should be
   */
  public StructureFormatException(String source, String place, String problem) {
    super(source + ": " + place + ": " + problem);
  }

  /** Says what is wrong with a file as a whole. */
  public StructureFormatException(String source, String problem) {
    super(source + ": " + problem);
  }
}
