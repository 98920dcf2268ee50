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
import org.coesite.symmetry.SymmetrisedCif;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The files structures/*.cif: one for each unique structure, with its space group and symmetry
 * operations, named after rank, id and space group, for example {@code 01-g002s11-P3_221.cif}.
 */
final class StructureFiles {

  private final SymmetryFinder finder;

  StructureFiles(SymmetryFinder finder) {
    this.finder = finder;
  }

  /** Writes all files and removes those of an earlier report that are no longer among them. */
  void write(Path folder, List<Best> best, Map<String, Structure> structures) throws IOException {
    Files.createDirectories(folder);
    Set<Path> written = new HashSet<>();
    for (int i = 0; i < best.size(); i++) {
      Symmetry symmetry =
          finder.find(structures.get(best.get(i).structure()), SymmetryFinder.USUAL_TOLERANCE);
      Path file = folder.resolve(name(i + 1, best.size(), best.get(i)));
      ReportFile.write(file, SymmetrisedCif.write(symmetry, finder, best.get(i).structure()));
      written.add(file);
    }
    try (var present = Files.newDirectoryStream(folder, "*-g*s*-*.cif")) {
      for (Path file : present) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String name(int rank, int ranks, Best best) {
    int digits = Math.max(2, Integer.toString(ranks).length());
    String symbol = best.spaceGroup().symbol().replace('/', '-');
    return String.format(
        Locale.ROOT, "%0" + digits + "d-%s-%s.cif", rank, best.structure(), symbol);
  }
}
