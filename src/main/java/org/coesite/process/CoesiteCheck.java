package org.coesite.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.coesite.search.SearchStore;

/** Says what this engine has of that which the models need, for who deploys them from outside. */
record CoesiteCheck(SearchStore store, List<String> delegates) implements JavaDelegate {

  static final String NAME = "coesiteCheck";

  @Override
  public void execute(DelegateExecution execution) {
    ProcessEngineConfigurationImpl engine =
        (ProcessEngineConfigurationImpl)
            execution.getProcessEngine().getProcessEngineConfiguration();
    // Fails where the tables are not there.
    int searches = store.searches().list().size();
    execution.setVariable("searches", searches);
    execution.setVariable(
        "pluginVersion",
        Objects.requireNonNullElse(
            CoesiteCheck.class.getPackage().getImplementationVersion(), "(not packaged)"));
    execution.setVariable("delegates", String.join(" ", delegates));
    execution.setVariable("historyLevel", engine.getHistoryLevel().getName());
    execution.setVariable("strictErrors", engine.isEnableExceptionsAfterUnhandledBpmnError());
  }
}
