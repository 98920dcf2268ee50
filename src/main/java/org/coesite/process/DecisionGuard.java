package org.coesite.process;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses decisions in another language than FEEL, which cannot reach into Java, and case models,
 * which nothing here needs.
 */
final class DecisionGuard implements Deployer {

  private static final Set<String> FEEL =
      Set.of(
          "feel",
          "http://www.omg.org/spec/FEEL/20140401",
          "https://www.omg.org/spec/DMN/20180521/FEEL/",
          "https://www.omg.org/spec/DMN/20191111/FEEL/");

  @Override
  public void deploy(DeploymentEntity deployment) {
    deployment.getResources().values().forEach(DecisionGuard::check);
  }

  private static void check(ResourceEntity resource) {
    String name = resource.getName();
    if (Stream.of(CmmnDeployer.CMMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith)) {
      throw new BadUserRequestException(name + ": case models are not accepted");
    }
    if (Stream.of(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith)) {
      check(decisions(resource), name);
    }
  }

  private static DomElement decisions(ResourceEntity resource) {
    try {
      return Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()))
          .getDefinitions()
          .getDomElement();
    } catch (ModelException unreadable) {
      throw new BadUserRequestException(
          resource.getName() + ": no DMN: " + unreadable.getMessage(), unreadable);
    }
  }

  private static void check(DomElement element, String identified) {
    @Nullable String id = element.getAttribute("id");
    String place = id == null ? identified : id;
    @Nullable String language = element.getAttribute("expressionLanguage");
    if (language != null && !language.isEmpty() && !FEEL.contains(language)) {
      throw new BadUserRequestException(
          "element '%s' is written in '%s'; that is not accepted, only FEEL is"
              .formatted(place, language));
    }
    element.getChildElements().forEach(child -> check(child, place));
  }
}
