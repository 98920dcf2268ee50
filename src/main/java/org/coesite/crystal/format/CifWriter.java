package org.coesite.crystal.format;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/** Writes CIF text. */
final class CifWriter {

  private CifWriter() {}

  static String write(Structure structure, CifSymmetry symmetry, String title) {
    StringBuilder text = new StringBuilder();
    String name = title.strip().replaceAll("[^\\x21-\\x7e]+", "_");
    text.append("data_").append(name.isEmpty() ? "structure" : name).append('\n');
    double[] lengths = structure.lattice().lengths();
    double[] angles = structure.lattice().angles();
    item(text, "_cell_length_a", lengths[0]);
    item(text, "_cell_length_b", lengths[1]);
    item(text, "_cell_length_c", lengths[2]);
    item(text, "_cell_angle_alpha", angles[0]);
    item(text, "_cell_angle_beta", angles[1]);
    item(text, "_cell_angle_gamma", angles[2]);
    item(text, "_cell_volume", structure.lattice().volume());
    text.append("_space_group_name_H-M_alt '").append(symmetry.symbol()).append("'\n");
    text.append("_space_group_IT_number ").append(symmetry.number()).append('\n');
    text.append("loop_\n_space_group_symop_operation_xyz\n");
    for (SymmetryOperation operation : symmetry.operations()) {
      text.append('\'').append(operation.triplet()).append("'\n");
    }
    sites(text, structure);
    return text.toString();
  }

  private static void sites(StringBuilder text, Structure structure) {
    text.append("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n");
    text.append("_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    for (Site site : structure.sites()) {
      int count = counts.merge(site.element(), 1, Integer::sum);
      Vector3 f = site.fractional();
      text.append(
          String.format(
              Locale.ROOT,
              "%s%d %s %.9f %.9f %.9f 1\n",
              site.element(),
              count,
              site.element(),
              f.x(),
              f.y(),
              f.z()));
    }
  }

  private static void item(StringBuilder text, String name, double value) {
    text.append(String.format(Locale.ROOT, "%s %.8f\n", name, value));
  }
}
