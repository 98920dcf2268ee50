package org.coesite.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryOperationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,y,z",
        "-y,x-y,z+1/3",
        "-x+1/2,y,-z+3/4",
        "0,y,-y+1/4",
        "x,2x,5/8",
        "-z,-x,y-1/24"
      })
  void a_coordinate_triplet_is_written_as_it_was_read(String triplet) {
    assertThat(SymmetryOperation.parse(triplet).triplet()).isEqualTo(triplet);
  }

  @ParameterizedTest
  @CsvSource({
    "'X, Y, Z', 'x,y,z'",
    "'1/2-x,1/2+y,-z', '-x+1/2,y+1/2,-z'",
    "'+x,+y,0.5+z', 'x,y,z+1/2'",
    "'x, 2*x, .25', 'x,2x,1/4'"
  })
  void other_spellings_mean_the_same(String spelling, String triplet) {
    assertThat(SymmetryOperation.parse(spelling).triplet()).isEqualTo(triplet);
  }

  @Test
  void one_operation_after_another_maps_points_as_both_in_turn_do() {
    SymmetryOperation screw = SymmetryOperation.parse("-y,x-y,z+1/3");
    SymmetryOperation axis = SymmetryOperation.parse("x-y,-y,-z+2/3");
    Vector3 point = new Vector3(0.1, 0.25, 0.4);

    Vector3 inTurn = axis.apply(screw.apply(point));
    assertThat(axis.after(screw).apply(point).minus(inTurn).length()).isCloseTo(0, within(1e-12));
    assertThat(screw.after(screw).after(screw).wrapped().triplet()).isEqualTo("x,y,z");
  }
}
