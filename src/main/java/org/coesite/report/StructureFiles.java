package org.coesite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.Cif;
import org.coesite.crystal.format.CifSymmetry;
import org.coesite.search.SearchSummary.Best;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The files structures/*.cif: one for each unique structure, with its space group and symmetry
 * operations, named after rank, id and space group, for example {@code 01-g002s11-P3_221.cif}.
 */
final class StructureFiles {

  /** How far atoms may lie from their symmetric place, Å. */
  private static final double TOLERANCE = 0.02;

  private final SymmetryFinder finder;

  StructureFiles(SymmetryFinder finder) {
    this.finder = finder;
  }

  /** Writes all files and removes those of an earlier report that are no longer among them. */
  void write(Path folder, List<Best> best, Map<String, Structure> structures) throws IOException {
    Files.createDirectories(folder);
    Set<Path> written = new HashSet<>();
    for (int i = 0; i < best.size(); i++) {
      Symmetry symmetry = finder.find(structures.get(best.get(i).structure()), TOLERANCE);
      Path file = folder.resolve(name(i + 1, best.size(), best.get(i)));
      ReportFile.write(file, cif(symmetry, best.get(i)));
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

  private String cif(Symmetry found, Best best) {
    Structure cell = found.standardised();
    Symmetry own = finder.find(cell, TOLERANCE);
    List<Site> unit = new ArrayList<>();
    for (int site = 0; site < cell.size(); site++) {
      if (own.equivalentSites().get(site) == site) {
        unit.add(cell.sites().get(site));
      }
    }
    CifSymmetry symmetry =
        new CifSymmetry(
            own.spaceGroup().number(), spaced(own.spaceGroup().symbol()), own.operations());
    return Cif.write(new Structure(cell.lattice(), unit), symmetry, best.structure());
  }

  /** The symbol as CIF writes it: {@code P 32 2 1} for P3_221. */
  private static String spaced(String symbol) {
    return symbol.replaceAll("-?\\d(_\\d)?(/[a-z])?|[a-z]", " $0").replace("_", "");
  }
}
