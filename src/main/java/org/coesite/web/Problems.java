package org.coesite.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.search.RefinementChoiceException;
import org.coesite.search.SearchNameException;
import org.coesite.search.SettingsException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** Answers of the REST interface to what it cannot work with. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

  @ExceptionHandler
  ResponseEntity<Problem> settings(SettingsException failure) {
    return ResponseEntity.badRequest().body(Problem.of(failure));
  }

  @ExceptionHandler({
    UnfitSettingsException.class,
    StructureFormatException.class,
    RefinementChoiceException.class
  })
  ResponseEntity<Problem> input(Exception failure) {
    return ResponseEntity.badRequest().body(Problem.of(String.valueOf(failure.getMessage())));
  }

  /** A search that the address names is missing; a name in the request will not do. */
  @ExceptionHandler
  ResponseEntity<Problem> name(SearchNameException failure, HttpServletRequest request) {
    boolean addressed =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> map
            && map.containsKey("name");
    return ResponseEntity.status(addressed ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST)
        .body(Problem.of(String.valueOf(failure.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Problem> structure(MissingStructureException failure) {
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .body(Problem.of(String.valueOf(failure.getMessage())));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Problem> unreadable() {
    return ResponseEntity.badRequest()
        .body(Problem.of("the request is not the JSON that docs/serve.md tells of its address"));
  }
}
