"""Prints spglib's space groups: one line "index tolerance number operations" per structure and tolerance.

Usage: space_groups.py STRUCTURES.jsonl TOLERANCE...
The file holds one structure a line: name, stage, lattice (rows, Å), elements, fractional.
Where spglib finds nothing, the number is 0.
"""

import json
import os
import sys
import warnings

os.environ["SPGLIB_WARNING"] = "OFF"
warnings.filterwarnings("ignore")

import spglib  # noqa: E402


def space_group(structure, tolerance):
    symbols = structure["elements"].split()
    kinds = {symbol: kind for kind, symbol in enumerate(sorted(set(symbols)), start=1)}
    cell = (structure["lattice"], structure["fractional"], [kinds[s] for s in symbols])
    try:
        dataset = spglib.get_symmetry_dataset(cell, symprec=tolerance)
    except Exception as error:  # newer versions raise where older ones return None
        print(structure["name"], tolerance, error, file=sys.stderr)
        dataset = None
    if dataset is None:
        return 0, 0
    if isinstance(dataset, dict):  # before version 2.5
        return dataset["number"], len(dataset["rotations"])
    return dataset.number, len(dataset.rotations)


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        structures = [json.loads(line) for line in lines]
    for index, structure in enumerate(structures):
        for tolerance in sys.argv[2:]:
            number, operations = space_group(structure, float(tolerance))
            print(index, tolerance, number, operations)


main()
