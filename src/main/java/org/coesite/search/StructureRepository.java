package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Selection;

/** Keeps the structures of searches; what is kept already stays as it is. */
public interface StructureRepository {

  /** Keeps candidates, not yet in a batch. */
  void saveCandidates(String search, List<Candidate> candidates);

  /** Puts the candidates of a generation into batches; entry i is the batch of slot i. */
  void saveBatches(String search, int generation, List<Integer> batches);

  /** Puts another structure into the slot of a candidate that was not ranked yet. */
  void replace(String search, Candidate candidate);

  /** The candidates of a generation in the order of their slots. */
  List<Candidate> candidates(String search, int generation);

  /** The candidate of an id. */
  Optional<Candidate> candidate(String search, String id);

  /** The candidates of one batch in the order of their slots. */
  List<Candidate> batch(String search, int generation, int batch);

  /** Keeps what ranking decided. */
  void saveIndividuals(String search, List<Individual> individuals);

  /** All ranked structures by generation and slot. */
  List<Individual> history(String search);

  /** A ranked structure; empty if there is none of this id, or it was not ranked yet. */
  Optional<Individual> individual(String search, String id);

  /** All ranked structures by generation and slot in few figures; cheap. */
  List<DiagramEntry> diagram(String search);

  /** Structures of a generation whose relaxation converged, ranked or not, by slot; cheap. */
  List<DiagramEntry> relaxed(String search, int generation);

  /** How many structures are ranked; cheap. */
  int ranked(String search);

  /** The lowest of the ranked structures that were not discarded; cheap. */
  Optional<RelaxedStructure> lowest(String search);

  /** The lowest energy in eV per atom of each ranked generation that has one; cheap. */
  List<Double> lowestByGeneration(String search);

  /** Number of the last generation that was ranked, -1 before the first; cheap. */
  int lastRanked(String search);

  /** How many generations have candidates in batches; cheap. */
  int generations(String search);

  /** Keeps what was selected from a generation. */
  void saveSelection(String search, int generation, Selection selection);

  /** What was selected from a generation, absent before the selection. */
  Optional<Selection> selection(String search, int generation);
}
