package org.coesite.web;

import java.nio.file.Path;
import java.util.HashMap;
import javax.sql.DataSource;
import org.coesite.process.EngineAccounts;
import org.coesite.search.SearchFigures;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A running server over an engine that works already. */
public final class WebServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  /**
   * What the server serves.
   *
   * @param dataDirectory where {@code server.properties} may hold settings of Spring Boot
   * @param searches what users do with searches
   * @param accounts who may come in
   * @param secret by which workers come in
   * @param dataSource whose health is told
   * @param figures what operators watch
   */
  public record Parts(
      Path dataDirectory,
      Searches searches,
      EngineAccounts accounts,
      WorkerSecret secret,
      DataSource dataSource,
      SearchFigures figures) {}

  private WebServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Starts listening; port 0 is any free one. */
  public static WebServer start(Parts parts, String address, int port) {
    ServerLog.keep();
    SpringApplication application = new SpringApplication(WebConfiguration.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    // Whoever started it closes it, before engine and database.
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(ServerSettings.defaults(parts.dataDirectory()));
    application.addInitializers(context -> add(context, parts));
    return new WebServer(
        (ServletWebServerApplicationContext)
            application.run("--server.address=" + address, "--server.port=" + port));
  }

  private static void add(ConfigurableApplicationContext context, Parts parts) {
    ConfigurableEnvironment environment = context.getEnvironment();
    ServerLog.setLevels(environment);
    if (ServerSettings.hasTls(environment)) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("tls", new HashMap<>(ServerSettings.WITH_TLS)));
    }
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("searches", parts.searches());
    beans.registerSingleton("accounts", parts.accounts());
    beans.registerSingleton("workerSecret", parts.secret());
    beans.registerSingleton("monitorSecret", MonitorSecret.of(parts.dataDirectory()));
    beans.registerSingleton("searchFigures", parts.figures());
    beans.registerSingleton("dataSource", parts.dataSource());
  }

  /** The port it listens on. */
  public int port() {
    return context.getWebServer().getPort();
  }

  /** Whether it speaks TLS itself. */
  public boolean hasTls() {
    return ServerSettings.hasTls(context.getEnvironment());
  }

  /** Stops listening. */
  @Override
  public void close() {
    context.close();
  }
}
