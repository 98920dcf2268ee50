package org.coesite.adapter.quantumespresso;

import java.nio.file.Path;

/** What is free on the machine that runs take place on. */
interface Machine {

  /** This machine. */
  Machine THIS =
      new Machine() {
        @Override
        public long disk(Path folder) {
          return Folders.usable(folder);
        }

        @Override
        public long memory() {
          return Folders.availableMemory();
        }
      };

  /** Bytes that can still be written below a folder, which need not exist yet. */
  long disk(Path folder);

  /** Bytes of memory that a new program can have. */
  long memory();
}
