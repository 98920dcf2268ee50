"""Reads the structures of a search into ASE and pymatgen.

    python read_results.py https://server.example silica --user admin

Needs: pip install ase pymatgen requests. The password is asked for, or read from
COESITE_PASSWORD. Each "# %%" begins a cell for editors that know notebooks.
"""

# %% What to read
import argparse
import getpass
import io
import os

import ase.io
import requests
from pymatgen.core import Structure

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("server")
parser.add_argument("search")
parser.add_argument("--user", default="admin")
parser.add_argument("--most", type=int, default=10, help="so many of the lowest")
arguments = parser.parse_args()

session = requests.Session()
session.auth = (arguments.user, os.environ.get("COESITE_PASSWORD") or getpass.getpass())


def answer(path):
    response = session.get(f"{arguments.server}/api/searches/{arguments.search}/{path}", timeout=60)
    response.raise_for_status()
    return response


# %% The table of unique structures, lowest energy first
rows = answer(f"structures?limit={arguments.most}").json()["structures"]

# %% Into ASE: extended XYZ keeps cell and species
for row in rows:
    text = answer(f"structures/{row['structure']}/file.xyz").text
    atoms = ase.io.read(io.StringIO(text), format="extxyz")
    atoms.info.update(search=arguments.search, structure=row["structure"], hits=row["hits"])
    row["atoms"] = atoms

# %% Into pymatgen: CIF, with the space group that the search found
for row in rows:
    text = answer(f"structures/{row['structure']}/file.cif").text
    row["crystal"] = Structure.from_str(text, fmt="cif")

# %% What was found
print(f"{'structure':10} {'phase':20} {'group':10} {'eV/atom':>12} {'Å3/atom':>8} {'g/cm3':>7}")
for row in rows:
    print(
        f"{row['structure']:10} {row['phase'] or '':20} {row['spaceGroup']['symbol']:10}"
        f" {row['energyPerAtom']:12.6f} {row['atoms'].get_volume() / len(row['atoms']):8.3f}"
        f" {row['crystal'].density:7.3f}"
    )
