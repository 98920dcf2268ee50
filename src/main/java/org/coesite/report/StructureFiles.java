package org.coesite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coesite.crystal.Structure;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetrisedCif;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The files structures/*.cif and structures/refined/*.cif: one for each structure, with its space
 * group and symmetry operations, named after rank, id and space group, for example {@code
 * 01-g002s11-P3_221.cif} and {@code 02-ref-alpha-quartz-P3_221.cif}.
 */
final class StructureFiles {

  /** A structure in the order of the ranks. */
  record Ranked(String structure, SpaceGroup spaceGroup) {

    static Ranked of(Best best) {
      return new Ranked(best.structure(), best.spaceGroup());
    }

    static Ranked of(Refined refined) {
      return new Ranked(refined.structure(), refined.spaceGroup());
    }
  }

  private final SymmetryFinder finder;

  StructureFiles(SymmetryFinder finder) {
    this.finder = finder;
  }

  /** Writes all files and removes those of an earlier report that are no longer among them. */
  void write(Path folder, List<Ranked> ranked, Map<String, Structure> structures)
      throws IOException {
    Files.createDirectories(folder);
    Set<Path> written = new HashSet<>();
    for (int i = 0; i < ranked.size(); i++) {
      String id = ranked.get(i).structure();
      Symmetry symmetry = finder.find(structures.get(id), SymmetryFinder.USUAL_TOLERANCE);
      Path file = folder.resolve(name(i + 1, ranked.size(), ranked.get(i)));
      ReportFile.write(file, SymmetrisedCif.write(symmetry, finder, id));
      written.add(file);
    }
    try (var present = Files.newDirectoryStream(folder, "*-{g*s*,ref-*}-*.cif")) {
      for (Path file : present) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String name(int rank, int ranks, Ranked ranked) {
    int digits = Math.max(2, Integer.toString(ranks).length());
    String symbol = ranked.spaceGroup().symbol().replace('/', '-');
    return String.format(
        Locale.ROOT, "%0" + digits + "d-%s-%s.cif", rank, ranked.structure(), symbol);
  }
}
