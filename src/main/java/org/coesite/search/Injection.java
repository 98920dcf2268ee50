package org.coesite.search;

import java.util.Optional;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.evolution.Admission;

/** Takes structures that people give to a search, if they fit into it. */
final class Injection {

  private final SearchStore store;
  private final Crystallography crystallography;

  Injection(SearchStore store, Crystallography crystallography) {
    this.store = store;
    this.crystallography = crystallography;
  }

  /**
   * Keeps a structure for the next generation that is made.
   *
   * @param file name of the file, which tells its format
   * @param content text of the file
   * @param person who gives it
   * @return its number within the search, from 1
   * @throws StructureFormatException with place and number if it cannot be read or does not fit
   */
  int add(SearchEntry search, String file, String content, String person) {
    ReferenceFiles.requireName(file);
    Structure structure = fitting(search.name(), file, StructureFile.parse(file, content));
    int number = store.injections().add(search.name(), file, content, person, structure);
    store
        .events()
        .add(
            search.name(),
            "%s gave structure %d, %s (%s)%s"
                .formatted(person, number, file, structure.composition(), prospect(search)));
    return number;
  }

  /** The cell as it is, or its primitive one if only that holds what the search wants. */
  private Structure fitting(String search, String file, Structure given) {
    Admission admission = new Admission(store.searches().settings(search).evolution());
    Structure primitive =
        admission.holdsComposition(given) ? given : crystallography.primitive(given);
    Structure structure = admission.holdsComposition(primitive) ? primitive : given;
    Optional<String> refusal = admission.refusal(structure);
    if (refusal.isPresent()) {
      throw new StructureFormatException(file, refusal.get());
    }
    return structure;
  }

  private static String prospect(SearchEntry search) {
    return switch (search.state()) {
      case RUNNING, INCIDENT -> "; the next generation takes it";
      case FINISHED, STOPPED, FAILED ->
          "; it is not used unless the search is amended, since it makes no further generation";
    };
  }
}
