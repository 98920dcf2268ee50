package org.coesite.forcefield;

import java.util.List;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;

/** The particles of a cell: a core for each atom in their order, then the shells in that order. */
final class Particles {

  private final List<Element> atoms;
  private final List<ParticleType> types;
  private final int[] typeOf;
  private final int[] coreOf;

  Particles(Potential potential, List<Element> atoms) {
    this.atoms = List.copyOf(atoms);
    this.types = potential.particleTypes();
    int[] polarisable =
        IntStream.range(0, atoms.size())
            .filter(i -> potential.ion(atoms.get(i)).shell().isPresent())
            .toArray();
    this.typeOf = new int[atoms.size() + polarisable.length];
    this.coreOf = new int[typeOf.length];
    for (int i = 0; i < atoms.size(); i++) {
      typeOf[i] = types.indexOf(ParticleType.core(atoms.get(i)));
      coreOf[i] = i;
    }
    for (int i = 0; i < polarisable.length; i++) {
      int shell = atoms.size() + i;
      typeOf[shell] = types.indexOf(ParticleType.shell(atoms.get(polarisable[i])));
      coreOf[shell] = polarisable[i];
    }
  }

  int atoms() {
    return atoms.size();
  }

  int count() {
    return typeOf.length;
  }

  /** Element of an atom. */
  Element element(int atom) {
    return atoms.get(atom);
  }

  /** The kinds of particle that {@link #typeOf} numbers. */
  List<ParticleType> types() {
    return types;
  }

  int typeOf(int particle) {
    return typeOf[particle];
  }

  int coreOf(int particle) {
    return coreOf[particle];
  }
}
