package org.coesite.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.coesite.calculator.Relaxation;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;

/** Records as JSON text; every number comes back with all its bits. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(asText(Composition.class, Composition::formula))
                  .addDeserializer(
                      Composition.class, fromText(Composition.class, Composition::parse))
                  .addSerializer(asText(Duration.class, Duration::toString))
                  .addDeserializer(Duration.class, fromText(Duration.class, Duration::parse))
                  .addSerializer(asText(Instant.class, Instant::toString))
                  .addDeserializer(Instant.class, fromText(Instant.class, Instant::parse))
                  .addSerializer(
                      new StdDelegatingSerializer(Structure.class, StructureText.FROM_STRUCTURE))
                  .addDeserializer(
                      Structure.class, new StdDelegatingDeserializer<>(StructureText.TO_STRUCTURE))
                  .addSerializer(asText(Path.class, Path::toString))
                  .addDeserializer(Path.class, fromText(Path.class, Path::of))
                  .addSerializer(asText(OptionalDouble.class, Json::textOf))
                  .addDeserializer(
                      OptionalDouble.class, fromText(OptionalDouble.class, Json::optionalOf)))
          .addMixIn(Relaxation.class, NamedOutcome.class);

  private Json() {}

  /** A record as JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalArgumentException(value.getClass() + " has no JSON form", fault);
    }
  }

  /** A record from its JSON. */
  public static <T> T read(String json, Class<T> type) {
    return read(json, text -> MAPPER.readValue(text, type));
  }

  /** Records from their JSON. */
  public static <T> T read(String json, TypeReference<T> type) {
    return read(json, text -> MAPPER.readValue(text, type));
  }

  /** A structure from its JSON. */
  public static Structure structure(String json) {
    return read(json, Structure.class);
  }

  private static <T> T read(String json, Reader<T> reader) {
    try {
      return reader.read(json);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(
          "JSON that does not fit: " + fault.getOriginalMessage(), fault);
    }
  }

  private static String textOf(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  private static OptionalDouble optionalOf(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static <T> StdScalarSerializer<T> asText(Class<T> type, Function<T, String> text) {
    return new TextSerializer<>(type, text);
  }

  private static <T> StdScalarDeserializer<T> fromText(Class<T> type, Function<String, T> value) {
    return new TextDeserializer<>(type, value);
  }

  /** An outcome says which kind it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Relaxation.Converged.class, name = "CONVERGED"),
    @JsonSubTypes.Type(value = Relaxation.NotConverged.class, name = "NOT_CONVERGED"),
    @JsonSubTypes.Type(value = Relaxation.Failed.class, name = "FAILED")
  })
  private interface NamedOutcome {}

  private interface Reader<T> {
    T read(String json) throws JsonProcessingException;
  }

  private static final class TextSerializer<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> text;

    TextSerializer(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.apply(value));
    }
  }

  private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> value;

    TextDeserializer(Class<T> type, Function<String, T> value) {
      super(type);
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return value.apply(json.getText());
    }
  }
}
