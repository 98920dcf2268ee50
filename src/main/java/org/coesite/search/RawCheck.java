package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import org.coesite.search.AuditTrail.Verification;
import org.coesite.search.RawFileRepository.OfRecord;

/** Compares the raw files that are kept with what the record says of them. */
record RawCheck(RawFileRepository listed, RawOutputs kept) {

  /** What the look at the records found, and what is wrong with the files. */
  Verification added(String search, Verification records) {
    List<String> problems = new ArrayList<>(records.problems());
    int files = 0;
    for (OfRecord one : listed.all(search)) {
      if (one.file().kept()) {
        files++;
        kept.problem(search, one.file())
            .ifPresent(
                problem ->
                    problems.add(
                        "file %s of %s %s".formatted(one.file().name(), one.record(), problem)));
      }
    }
    return new Verification(records.head(), records.older(), files, problems);
  }
}
