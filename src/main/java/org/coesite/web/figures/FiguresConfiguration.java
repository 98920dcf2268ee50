package org.coesite.web.figures;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.coesite.search.SearchFigures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds our figures to those of Spring Boot, unless somebody switched Prometheus off. */
@Configuration(proxyBeanMethods = false)
public class FiguresConfiguration {

  /** Prometheus asks every 15 s or less often, but several of them may. */
  private static final Duration OLDEST = Duration.ofSeconds(5);

  @Bean
  SmartInitializingSingleton coesiteFigures(
      ObjectProvider<PrometheusRegistry> registries, SearchFigures figures) {
    return () -> registries.ifAvailable(registry -> add(registry, figures));
  }

  private static void add(PrometheusRegistry registry, SearchFigures figures) {
    new NodeFigures(registry, figures);
    registry.register(new DatabaseFigures(figures, OLDEST, InstantSource.system()));
  }
}
