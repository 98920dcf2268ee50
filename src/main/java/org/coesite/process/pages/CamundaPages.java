package org.coesite.process.pages;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Camunda's REST interface at /engine-rest and its pages at /camunda, over the engine that is there
 * already. Whom our server has let in is signed on there too, with the rights that the engine knows
 * of.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CamundaBpmProperties.class)
public class CamundaPages {

  /** Left out: it would build a second engine. */
  public static final String OWN_ENGINE =
      "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration";

  /** Behind the filters that let people in. */
  private static final int AFTER_SIGN_ON = 0;

  @Bean
  FilterRegistrationBean<Filter> restSignOn() {
    return signOn(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
  }

  @Bean
  FilterRegistrationBean<Filter> pagesSignOn() {
    return signOn(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
  }

  @Bean
  JarResources jarResources() {
    return new JarResources();
  }

  private static FilterRegistrationBean<Filter> signOn(Filter filter, String... paths) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setInitParameters(
        Map.of(
            ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
            ContainerBasedAuthenticationProvider.class.getName()));
    registration.addUrlPatterns(paths);
    registration.setOrder(AFTER_SIGN_ON);
    return registration;
  }
}
