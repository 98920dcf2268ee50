package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.crystal.Lattice;
import org.junit.jupiter.api.Test;

class RandomCellTest {

  @Test
  void cells_have_the_volume_and_no_vector_leans_by_more_than_half_of_another() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1);
    for (int i = 0; i < 200; i++) {
      Lattice cell = RandomCell.draw(120, random);
      assertThat(cell.volume()).isCloseTo(120, within(1e-6));
      assertThat(Math.abs(cell.b().x())).isLessThanOrEqualTo(0.5 * cell.a().x());
      assertThat(Math.abs(cell.c().x())).isLessThanOrEqualTo(0.5 * cell.a().x());
      assertThat(Math.abs(cell.c().y())).isLessThanOrEqualTo(0.5 * cell.b().y());
    }
  }

  @Test
  void a_cell_too_flat_to_be_a_lattice_is_drawn_again() {
    double flat = 1 - 1e-4;
    Iterator<Double> draws =
        DoubleStream.of(flat, flat, flat, 0, 0, 0, 0.5, 0.5, 0.5).boxed().iterator();
    UniformRandomProvider random =
        new UniformRandomProvider() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return draws.next();
          }
        };
    assertThat(RandomCell.draw(64, random).lengths()).containsExactly(4, 4, 4);
    assertThat(draws.hasNext()).isFalse();
  }
}
