package org.coesite.search;

/**
 * A step of a model as far as a search has taken it; component names are the JSON keys.
 *
 * @param model key of the model, such as {@code generation}
 * @param activity id of the step there
 * @param name what the model calls it; its id if it has none
 * @param active tokens that are there now, those that wait to begin included
 * @param completed how often it ended so far, in all that ran for the search
 * @param incidents open ones, there or in a model that the step calls
 */
public record SearchStep(
    String model, String activity, String name, long active, long completed, long incidents) {}
