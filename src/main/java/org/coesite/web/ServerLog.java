package org.coesite.web;

import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.env.Environment;

/**
 * The log of a server, which there is before the server. Spring Boot would set it up once more,
 * lose lines of the engine meanwhile, and complain of that in the middle of JSON.
 */
final class ServerLog {

  private ServerLog() {}

  /** Has Spring Boot leave the log as it is, and Tomcat write into it. */
  static void keep() {
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** Sets the levels that {@code logging.level} asks for. */
  static void setLevels(Environment environment) {
    LoggingSystem log =
        new LogbackLoggingSystem.Factory().getLoggingSystem(ServerLog.class.getClassLoader());
    Binder.get(environment)
        .bind("logging.level", Bindable.mapOf(String.class, LogLevel.class))
        .orElse(Map.of())
        .forEach((name, level) -> log.setLogLevel(name, level));
  }
}
