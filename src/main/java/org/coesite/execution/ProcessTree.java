package org.coesite.execution;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.exec.ProcessDestroyer;
import org.jspecify.annotations.Nullable;

/** A started program with all its children; commons-exec by itself would end the parent only. */
final class ProcessTree implements ProcessDestroyer {

  private volatile @Nullable Process root;

  @Override
  public boolean add(Process process) {
    root = process;
    return true;
  }

  @Override
  public boolean remove(Process process) {
    return true;
  }

  @Override
  public int size() {
    return root == null ? 0 : 1;
  }

  boolean hasBegun() {
    return root != null;
  }

  /** Ends the program and all its children at once. */
  void end() {
    Process process = root;
    if (process == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
