"""Relaxes crystals with machine-learned potentials, for an engine or for Coesite itself."""

VERSION = "0.1.0"
