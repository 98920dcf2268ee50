package org.coesite.search;

import java.time.Duration;
import java.util.function.Consumer;

/** What operators watch: of this process, and of all that work with its database. */
public interface SearchFigures {

  /** What the tables of the searches tell, asked anew each time. */
  StoreFigures store();

  /** What the engine has to do, asked anew each time; the same for all that share the database. */
  QueueFigures queue();

  /** How many relaxations this process is at work on. */
  int atWork();

  /** CPU time of calculators and of the genetic algorithm in this process. */
  Duration scienceCpu();

  /** Tells somebody of each attempt at a relaxation that this process keeps from now on. */
  void onKept(Consumer<RelaxationRecord> listener);
}
