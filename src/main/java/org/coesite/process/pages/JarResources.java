package org.coesite.process.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ClassPathResource;

/**
 * Shows Tomcat the jar that Camunda's pages lie in. Spring Boot looks for such jars on the class
 * path that Java was given, where there is but ours: its manifest names the others.
 */
final class JarResources implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final String FOLDER = "/META-INF/resources";
  private static final String ONE_OF_THEM = "META-INF/resources/plugin/cockpit/app/plugin.js";

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context ->
            context.addLifecycleListener(
                event -> {
                  if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
                    add(context);
                  }
                }));
  }

  private static void add(Context context) {
    try {
      URL found = new ClassPathResource(ONE_OF_THEM).getURL();
      URL jar = ((JarURLConnection) found.openConnection()).getJarFileURL();
      context.getResources().createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", jar, FOLDER);
    } catch (IOException missing) {
      throw new UncheckedIOException("Camunda's pages are not on the class path", missing);
    }
  }
}
