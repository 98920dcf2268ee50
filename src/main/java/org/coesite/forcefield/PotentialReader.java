package org.coesite.forcefield;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads a potential from YAML and refuses unknown, missing and doubled keys. */
final class PotentialReader {

  private final ObjectMapper mapper =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * Reads a potential.
   *
   * @param yaml the text of the file
   * @param file name of the file, for messages
   * @throws IllegalArgumentException naming file, line or key, and what is wrong there
   */
  Potential read(String yaml, String file) {
    try {
      PotentialFile read = mapper.readValue(yaml, PotentialFile.class);
      if (read == null) {
        throw new IllegalArgumentException("the file is empty");
      }
      return read.potential();
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "%s%s: %s: %s".formatted(file, place(e), key(e), firstLine(e)), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + place(e) + ": " + firstLine(e), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The key that is wrong, for example {@code buckingham[1].cutoff}. */
  private static String key(JsonMappingException e) {
    StringBuilder key = new StringBuilder();
    for (JsonMappingException.Reference reference : e.getPath()) {
      if (reference.getFieldName() == null) {
        key.append('[').append(reference.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return key.isEmpty() ? "file" : key.toString();
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "" : " line " + location.getLineNr();
  }
}
