package org.coesite.adapter.gulp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.ParticleType;

/**
 * A cell with its cores and shells.
 *
 * @param lattice lattice vectors, Å
 * @param particles cores and shells; those of one kind in the order of the atoms
 */
record Geometry(Lattice lattice, List<Particle> particles) {

  /** A core or a shell at a fractional position. */
  record Particle(ParticleType type, Vector3 fractional) {

    /**
     * A particle by its label, such as {@code O} or {@code Si1}, and by a word that begins with c
     * or s.
     */
    static Particle of(String label, String part, Vector3 fractional) {
      Element element = Element.ofSymbol(label.replaceAll("\\d+$", ""));
      return new Particle(
          part.startsWith("s") ? ParticleType.shell(element) : ParticleType.core(element),
          fractional);
    }
  }

  /** A structure with the shells of the listed elements on their cores. */
  static Geometry of(Structure structure, List<Element> polarisable) {
    Stream<Particle> cores =
        structure.sites().stream()
            .map(site -> new Particle(ParticleType.core(site.element()), site.fractional()));
    Stream<Particle> shells =
        structure.sites().stream()
            .filter(site -> polarisable.contains(site.element()))
            .map(site -> new Particle(ParticleType.shell(site.element()), site.fractional()));
    return new Geometry(structure.lattice(), Stream.concat(cores, shells).toList());
  }

  /** Positions of the particles of one kind, in their order. */
  List<Vector3> positions(ParticleType type) {
    return particles.stream()
        .filter(particle -> particle.type().equals(type))
        .map(Particle::fractional)
        .toList();
  }

  /** The crystal without shells, atoms in the order of the listed elements. */
  Structure structure(List<Element> atoms) {
    List<Vector3> cores = inOrderOf(atoms.stream().map(ParticleType::core).toList());
    return new Structure(
        lattice,
        IntStream.range(0, cores.size())
            .mapToObj(i -> new Site(atoms.get(i), cores.get(i)))
            .toList());
  }

  /** Positions of the listed particles: the first of a kind is the first of that kind here. */
  List<Vector3> inOrderOf(List<ParticleType> types) {
    List<Vector3> positions = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      ParticleType type = types.get(i);
      int before = (int) types.subList(0, i).stream().filter(type::equals).count();
      positions.add(positions(type).get(before));
    }
    return positions;
  }
}
