package org.coesite.calculator;

/**
 * One step of a relaxation, for the audit.
 *
 * @param number 0 for the start
 * @param energy energy of the cell (enthalpy under pressure), eV
 * @param maxForce largest force on an atom, eV/Å
 * @param volume cell volume, Å³
 */
public record IonicStep(int number, double energy, double maxForce, double volume) {}
