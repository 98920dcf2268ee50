package org.coesite.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description of the REST interface at {@code /api/openapi}: springdoc makes it from
 * controllers and their Javadoc, and examples come from {@code api-examples.json}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String EXAMPLES = "/api-examples.json";
  private static final String PASSWORD = "password";

  @Bean
  OpenApiCustomizer described() {
    return ApiDescription::describe;
  }

  private static void describe(OpenAPI api) {
    @Nullable String version = ApiDescription.class.getPackage().getImplementationVersion();
    api.info(
        new Info()
            .title("Coesite")
            .description("Searches for crystal structures. Energies in eV, lengths in Å.")
            .license(new License().name("Apache-2.0"))
            .version(version == null ? "development" : version));
    api.getComponents()
        .addSecuritySchemes(
            PASSWORD, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
    api.addSecurityItem(new SecurityRequirement().addList(PASSWORD));
    JsonNode examples = examples();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            illustrate(operation, examples.path(method + " " + path))));
  }

  private static void illustrate(Operation operation, JsonNode example) {
    if (example.has("request") && operation.getRequestBody() != null) {
      show(operation.getRequestBody().getContent(), example.get("request"));
    }
    if (example.has("answer")) {
      operation
          .getResponses()
          .values()
          .forEach(answer -> show(answer.getContent(), example.get("answer")));
    }
  }

  private static void show(@Nullable Content content, JsonNode example) {
    if (content != null) {
      content.values().forEach(type -> type.setExample(example));
    }
  }

  private static JsonNode examples() {
    try (InputStream text = ApiDescription.class.getResourceAsStream(EXAMPLES)) {
      return new ObjectMapper().readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(EXAMPLES, failure);
    }
  }
}
