package org.coesite.adapter.gulp;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.coesite.forcefield.DispersionSum;
import org.coesite.forcefield.ParticleType;
import org.coesite.forcefield.Potential;

/**
 * Whether GULP computed with the potential that it was asked to take: charges, terms and the sum of
 * the dispersion, each present once and nothing beside them.
 */
final class EchoComparison {

  /** Charges are printed with 5 or 6 decimals, e. */
  private static final double CHARGE = 2e-6;

  private final GivenTerms given;
  private final Potential potential;

  /** Of a potential for the elements that a structure has. */
  EchoComparison(Potential potential, Collection<Element> elements) {
    this.given = GivenTerms.of(potential, elements);
    this.potential = potential;
  }

  /** The first difference, in words; empty if there is none. */
  Optional<String> difference(EchoedPotential echo) {
    return echo.complete()
        ? charges(echo)
            .or(() -> dispersion(echo))
            .or(() -> missingTerm(echo))
            .or(() -> foreignTerm(echo))
        : charges(echo);
  }

  private Optional<String> charges(EchoedPotential echo) {
    for (ParticleType type : given.particles()) {
      double asked = potential.chargeOf(type);
      double taken = echo.charges().getOrDefault(type, Double.NaN);
      if (!(Math.abs(taken - asked) <= CHARGE)) {
        return Optional.of(
            String.format(Locale.ROOT, "charge of %s is %s e, asked %s e", type, taken, asked));
      }
    }
    return Optional.empty();
  }

  private Optional<String> dispersion(EchoedPotential echo) {
    boolean asked = potential.dispersionSum() == DispersionSum.EWALD;
    return echo.ewald() == asked
        ? Optional.empty()
        : Optional.of("dispersion is summed %s, asked %s".formatted(sum(echo.ewald()), sum(asked)));
  }

  private static String sum(boolean ewald) {
    return ewald ? "over the whole crystal (c6)" : "to the cutoff (no c6)";
  }

  private Optional<String> missingTerm(EchoedPotential echo) {
    return given.all().stream()
        .filter(term -> echo.allTerms().filter(term::isRepeatedBy).count() != 1)
        .findFirst()
        .map(term -> "term is missing or not there once: " + term + seen(echo, term));
  }

  private static String seen(EchoedPotential echo, GivenTerms.Term term) {
    List<String> like =
        echo.allTerms()
            .filter(other -> term.actsOn(other.particles()))
            .map(EchoedTerm::toString)
            .toList();
    return like.isEmpty() ? "; nothing acts there" : "; there is " + String.join(", ", like);
  }

  private Optional<String> foreignTerm(EchoedPotential echo) {
    Stream<EchoedTerm> foreign =
        echo.allTerms()
            .filter(term -> given.all().stream().noneMatch(asked -> asked.isRepeatedBy(term)));
    return foreign.findFirst().map(term -> "nobody asked for a term: " + term);
  }
}
