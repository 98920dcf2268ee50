package org.coesite.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.coesite.search.SearchState;
import org.coesite.search.SearchStore;
import org.jspecify.annotations.Nullable;

/** Puts a search that the engine cannot carry on into words that a person can read. */
final class IncidentRecorder implements IncidentHandler {

  private final String type;
  private final SearchStore store;

  /** For incidents of a type of the engine. */
  IncidentRecorder(String type, SearchStore store) {
    this.type = type;
    this.store = store;
  }

  @Override
  public String getIncidentHandlerType() {
    return type;
  }

  @Override
  public @Nullable Incident handleIncident(IncidentContext context, @Nullable String message) {
    ExecutionEntity execution =
        Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(context.getExecutionId());
    @Nullable String search = execution.getProcessBusinessKey();
    if (search != null && store.searches().find(search).isPresent()) {
      String text =
          "step '%s' failed and waits for a person: %s"
              .formatted(context.getActivityId(), message == null ? "no reason given" : message);
      store.searches().setState(search, SearchState.INCIDENT, text);
      store.events().add(search, text);
    }
    return null;
  }

  @Override
  public void resolveIncident(IncidentContext context) {
    // Whoever resolves it resumes the search and so sets its state.
  }

  @Override
  public void deleteIncident(IncidentContext context) {
    // The search was ended; its end sets the state.
  }
}
