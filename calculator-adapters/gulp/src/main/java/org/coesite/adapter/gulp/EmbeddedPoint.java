package org.coesite.adapter.gulp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.coesite.calculator.Units;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.Derivatives;
import org.coesite.forcefield.ForceField;

/**
 * What Coesite's own force field says of a structure, cores and shells where GULP left them.
 *
 * @param energy energy of the cell, eV; not finite where particles coincide
 * @param maxForce largest force on a core or shell, eV/Å
 * @param pressure minus a third of the trace of the stress, GPa
 * @param maxStress largest component of the stress less that of the external pressure, GPa
 */
record EmbeddedPoint(double energy, double maxForce, double pressure, double maxStress) {

  static EmbeddedPoint of(Task task, Geometry geometry) {
    ForceField field = ForceField.of(task.potential(), task.atoms());
    List<Vector3> positions = geometry.inOrderOf(task.particles());
    double[] fractional =
        positions.stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y(), p.z())).toArray();
    Derivatives result = new Derivatives(field.particles());
    Lattice lattice = geometry.lattice();
    field.evaluate(flat(lattice.rows()), fractional, result);
    double[] strain = result.strain();
    double trace = strain[0] + strain[4] + strain[8];
    double perStrain = Units.GIGAPASCALS / lattice.volume();
    return new EmbeddedPoint(
        result.energy(),
        largest(result.gradient()),
        -trace / 3 * perStrain,
        IntStream.range(0, strain.length)
            .mapToDouble(i -> strain[i] * perStrain + (i % 4 == 0 ? task.pressure() : 0))
            .map(Math::abs)
            .max()
            .orElse(0));
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double largest(double[] gradient) {
    double most = 0;
    for (int i = 0; i < gradient.length; i += 3) {
      Vector3 force = new Vector3(gradient[i], gradient[i + 1], gradient[i + 2]);
      most = Math.max(most, force.length());
    }
    return most;
  }
}
