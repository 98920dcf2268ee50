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
      return mapper.readValue(yaml, PotentialFile.class).potential();
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          file + place(e) + ": " + e.getPath() + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + place(e) + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "" : " line " + location.getLineNr();
  }
}
