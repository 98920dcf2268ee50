package org.coesite.search;

import java.time.Instant;

/** All that is kept of searches. */
public interface SearchStore {

  /** The searches themselves. */
  SearchRepository searches();

  /** Their structures. */
  StructureRepository structures();

  /** What people gave to them. */
  InjectionRepository injections();

  /** Their relaxations. */
  RelaxationRepository relaxations();

  /** Failed attempts at them. */
  AttemptRepository attempts();

  /** What refining them gave. */
  RefinementRepository refinements();

  /** Files that outside programs read and wrote for them. */
  RawFileRepository rawFiles();

  /** The chain of their records. */
  AuditTrail trail();

  /** When the database server began, by the clock of this machine; only of a server. */
  Instant serverStart();

  /** Has all that is kept meanwhile kept together, or nothing of it. */
  void together(Runnable keeping);

  /** Does something once what is kept by now can no longer be taken back. */
  void afterwards(Runnable action);

  /** How much there is of everything. */
  StoreFigures figures();

  /** What happened in them. */
  EventLog events();
}
