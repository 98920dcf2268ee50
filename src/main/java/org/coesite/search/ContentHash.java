package org.coesite.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.coesite.calculator.Relaxation;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** SHA-256 over what goes into a relaxation and what comes out, every bit of every number. */
public final class ContentHash {

  private ContentHash() {}

  /** Hash of a structure: lattice, elements and positions in their order. */
  public static String of(Structure structure) {
    return of(text(structure));
  }

  /** Hash of an outcome: all of it but the steps. */
  public static String of(Relaxation outcome) {
    if (outcome instanceof Relaxation.Converged converged) {
      return of(
          String.join(
              "\n",
              "converged",
              number(converged.energy()),
              number(converged.enthalpy()),
              number(converged.maxForce()),
              number(converged.pressure()),
              converged.minimum().name(),
              text(converged.structure())));
    }
    if (outcome instanceof Relaxation.NotConverged stuck) {
      return of(
          String.join(
              "\n",
              "not converged",
              stuck.kind().name(),
              stuck.reason(),
              number(stuck.energy()),
              number(stuck.maxForce()),
              number(stuck.pressure()),
              text(stuck.structure())));
    }
    Relaxation.Failed failed = (Relaxation.Failed) outcome;
    return of("failed " + failed.reason() + ' ' + failed.message());
  }

  /** Hash of a text in UTF-8. */
  public static String of(String text) {
    return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static String text(Structure structure) {
    StringJoiner text = new StringJoiner("\n");
    text.add(text(structure.lattice().a()));
    text.add(text(structure.lattice().b()));
    text.add(text(structure.lattice().c()));
    for (Site site : structure.sites()) {
      text.add(site.element().symbol() + ' ' + text(site.fractional()));
    }
    return text.toString();
  }

  private static String text(Vector3 vector) {
    return number(vector.x()) + ' ' + number(vector.y()) + ' ' + number(vector.z());
  }

  private static String number(double value) {
    return Double.toHexString(value);
  }
}
