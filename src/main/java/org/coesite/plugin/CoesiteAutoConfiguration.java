package org.coesite.plugin;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.coesite.process.EnginePlugin;
import org.coesite.report.SearchReport;
import org.coesite.store.EngineDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Adds the plugin and its delegates to a Spring Boot application with an engine, Camunda Run among
 * them, as soon as the plugin jar is on its class path.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration"
    })
public class CoesiteAutoConfiguration {

  /** The plugin; the engine takes up all beans of its kind before it starts. */
  @Bean
  EnginePlugin coesiteEnginePlugin(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ConfigurableListableBeanFactory beans,
      @Value("${coesite.data:coesite-data}") Path directory) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    EnginePlugin plugin =
        new EnginePlugin(
            directory,
            EngineDatabase.over(dataSource, transactions),
            symmetry,
            new SearchReport(symmetry));
    plugin.delegates().forEach(beans::registerSingleton);
    return plugin;
  }
}
