package org.coesite.evolution;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random streams of a search: one for each purpose, generation, slot and attempt.
 *
 * <p>A stream is seeded with the SHA-256 of these and of the search's seed, so that no draw depends
 * on what was drawn elsewhere, or on the order in which work is done.
 *
 * @param seed seed of the search
 */
record RandomStreams(long seed) {

  /** A fresh stream at its start. */
  UniformRandomProvider stream(String purpose, int generation, int slot, int attempt) {
    String key = "%d/%s/%d/%d/%d".formatted(seed, purpose, generation, slot, attempt);
    ByteBuffer digest = ByteBuffer.wrap(sha256(key));
    long[] state = new long[4];
    digest.asLongBuffer().get(state);
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
