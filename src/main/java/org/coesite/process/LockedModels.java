package org.coesite.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Keeps an engine from running code that comes with a model, or with a query of a user. */
final class LockedModels {

  private LockedModels() {}

  /** Locks an engine before it is built; models may call these delegates. */
  static void lock(ProcessEngineConfigurationImpl engine, Set<String> delegates) {
    engine.setCustomPreBPMNParseListeners(
        with(engine.getCustomPreBPMNParseListeners(), new ModelGuard(delegates)));
    engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), new DecisionGuard()));
    engine.setScriptEngineResolver(new NoScripts());
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
  }

  private static <T> List<T> with(@Nullable List<T> given, T further) {
    List<T> all = given == null ? new ArrayList<>() : new ArrayList<>(given);
    all.add(further);
    return all;
  }
}
