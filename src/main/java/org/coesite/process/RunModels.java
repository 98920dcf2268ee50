package org.coesite.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The models that searches run, in the version that was deployed when each was set going. */
record RunModels(ProcessEngine engine) {

  /** A step of a model: its id, and what people call it. */
  record Step(String id, String name) {}

  /** The models of a search; none if it was never set going. */
  List<ProcessDefinition> of(String search) {
    List<HistoricProcessInstance> last =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(search)
            .rootProcessInstances()
            .orderByProcessInstanceStartTime()
            .desc()
            .listPage(0, 1);
    if (last.isEmpty()) {
      return List.of();
    }
    // Each model calls others of its own deployment.
    String deployment =
        engine
            .getRepositoryService()
            .getProcessDefinition(last.get(0).getProcessDefinitionId())
            .getDeploymentId();
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .deploymentId(deployment)
        .orderByProcessDefinitionKey()
        .asc()
        .list();
  }

  /** The steps of a model, events and gateways included, in the order of its file. */
  List<Step> steps(ProcessDefinition model) {
    return engine
        .getRepositoryService()
        .getBpmnModelInstance(model.getId())
        .getModelElementsByType(FlowNode.class)
        .stream()
        .map(RunModels::step)
        .toList();
  }

  /** A step of a model that is deployed, by their ids. */
  Step step(String model, String id) {
    @Nullable ModelElementInstance element =
        engine.getRepositoryService().getBpmnModelInstance(model).getModelElementById(id);
    return element instanceof FlowNode node ? step(node) : new Step(id, id);
  }

  private static Step step(FlowNode node) {
    return new Step(node.getId(), node.getName() == null ? node.getId() : node.getName());
  }

  /** The text of a model of a search; empty if it has none of this key. */
  Optional<String> text(String search, String key) {
    return of(search).stream()
        .filter(model -> model.getKey().equals(key))
        .findFirst()
        .map(ProcessDefinition::getId)
        .map(this::text);
  }

  private String text(String model) {
    try (InputStream text = engine.getRepositoryService().getProcessModel(model)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
