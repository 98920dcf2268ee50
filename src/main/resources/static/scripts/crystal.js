// Geometry of a crystal for drawing: atoms of a supercell, bonds, polyhedra. Lengths in Å.

// Covalent radii after Cordero et al., Dalton Trans. 2832 (2008), doi:10.1039/b801115j.
const RADII = {
  H: 0.31, Li: 1.28, Be: 0.96, B: 0.84, C: 0.76, N: 0.71, O: 0.66, F: 0.57, Na: 1.66, Mg: 1.41, Al: 1.21, Si: 1.11,
  P: 1.07, S: 1.05, Cl: 1.02, K: 2.03, Ca: 1.76, Sc: 1.7, Ti: 1.6, V: 1.53, Cr: 1.39, Mn: 1.5, Fe: 1.42, Co: 1.38,
  Ni: 1.24, Cu: 1.32, Zn: 1.22, Ga: 1.22, Ge: 1.2, As: 1.19, Se: 1.2, Br: 1.2, Rb: 2.2, Sr: 1.95, Y: 1.9, Zr: 1.75,
  Nb: 1.64, Mo: 1.54, Ag: 1.45, Cd: 1.44, In: 1.42, Sn: 1.39, Sb: 1.39, Te: 1.38, I: 1.39, Cs: 2.44, Ba: 2.15, La: 2.07,
  Ce: 2.04, Hf: 1.75, Ta: 1.7, W: 1.62, Pt: 1.36, Au: 1.36, Pb: 1.46, Bi: 1.48,
};
const USUAL_RADIUS = 1.5;
const BOND_STRETCH = 1.15;
export const ANIONS = new Set(['N', 'O', 'F', 'S', 'Cl', 'Se', 'Br', 'Te', 'I']);
const RIM = 0.02;

const plus = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Where a point given in fractions of the lattice vectors lies. */
export function cartesian(lattice, f) {
  return [0, 1, 2].map((k) => f[0] * lattice[0][k] + f[1] * lattice[1][k] + f[2] * lattice[2][k]);
}

/** Atoms of a supercell; those on its faces, edges and corners also on the opposite ones. */
export function atomsOf({ lattice, species, fractional }, repeats) {
  const atoms = [];
  fractional.forEach((site, index) => {
    const inside = site.map((x) => ((x % 1) + 1) % 1);
    const shifts = inside.map((x, k) => {
      const cells = [...Array(repeats[k]).keys()];
      if (x < RIM) cells.push(repeats[k]);
      if (x > 1 - RIM) cells.unshift(-1);
      return cells;
    });
    for (const i of shifts[0]) for (const j of shifts[1]) for (const k of shifts[2]) {
      atoms.push({ element: species[index], at: cartesian(lattice, plus(inside, [i, j, k])) });
    }
  });
  return atoms;
}

/**
 * The atoms, and all neighbours that complete the surroundings of the cations among them.
 *
 * @param crystal that the atoms belong to
 */
export function completed(atoms, crystal, repeats) {
  const around = crystal.fractional.flatMap((site, index) => {
    const inside = site.map((x) => ((x % 1) + 1) % 1);
    const shifts = repeats.map((n) => [...Array(n + 2).keys()].map((i) => i - 1));
    return shifts[0].flatMap((i) => shifts[1].flatMap((j) => shifts[2].map((k) => ({ element: crystal.species[index], at: cartesian(crystal.lattice, plus(inside, [i, j, k])) }))));
  });
  const cations = atoms.filter((atom) => !ANIONS.has(atom.element));
  const key = (atom) => atom.at.map((x) => Math.round(20 * x)).join();
  const known = new Set(atoms.map(key));
  const added = around.filter((atom) => {
    if (!ANIONS.has(atom.element) || known.has(key(atom)) || !cations.some((cation) => areJoined(cation, atom))) {
      return false;
    }
    known.add(key(atom));
    return true;
  });
  return atoms.concat(added);
}

function areJoined(a, b) {
  const limit = BOND_STRETCH * (radius(a.element) + radius(b.element));
  const apart = minus(a.at, b.at);
  return dot(apart, apart) < limit * limit;
}

function radius(element) {
  return RADII[element] || USUAL_RADIUS;
}

/** Whether two elements are joined: unlike ones where there are anions, else any. */
function mayJoin(a, b, ionic) {
  return !ionic || ANIONS.has(a) !== ANIONS.has(b);
}

/** Pairs of atoms that are near enough to each other to be drawn as joined. */
export function bondsOf(atoms) {
  const ionic = atoms.some((atom) => ANIONS.has(atom.element)) && atoms.some((atom) => !ANIONS.has(atom.element));
  const bonds = [];
  for (let i = 0; i < atoms.length; i++) {
    for (let j = i + 1; j < atoms.length; j++) {
      if (mayJoin(atoms[i].element, atoms[j].element, ionic) && areJoined(atoms[i], atoms[j])) {
        bonds.push([i, j]);
      }
    }
  }
  return bonds;
}

/** Faces of the hull of a few points, as triples of their numbers, seen from outside. */
function hullFaces(points) {
  const faces = [];
  for (let i = 0; i < points.length; i++) for (let j = i + 1; j < points.length; j++) for (let k = j + 1; k < points.length; k++) {
    const normal = cross(minus(points[j], points[i]), minus(points[k], points[i]));
    const sides = points.map((p) => dot(normal, minus(p, points[i])));
    const tolerance = 0.05 * Math.sqrt(dot(normal, normal));
    if (sides.every((side) => side < tolerance)) faces.push([i, j, k]);
    else if (sides.every((side) => side > -tolerance)) faces.push([i, k, j]);
  }
  return faces;
}

/** Coordination polyhedra of cations whose neighbours are all drawn. */
export function polyhedraOf(atoms, bonds) {
  const neighbours = atoms.map(() => []);
  bonds.forEach(([i, j]) => {
    neighbours[i].push(j);
    neighbours[j].push(i);
  });
  const full = new Map();
  atoms.forEach((atom, i) => full.set(atom.element, Math.max(full.get(atom.element) || 0, neighbours[i].length)));
  return atoms
    .map((atom, i) => ({ element: atom.element, corners: neighbours[i].map((j) => atoms[j].at) }))
    .filter(({ element, corners }) => !ANIONS.has(element) && corners.length >= 4 && corners.length >= full.get(element) - 1)
    .map((one) => ({ ...one, faces: hullFaces(one.corners) }));
}

/** The twelve edges of the unit cell. */
export function cellEdges(lattice) {
  const edges = [];
  for (let i = 0; i < 3; i++) for (const a of [0, 1]) for (const b of [0, 1]) {
    const from = [0, 0, 0];
    from[(i + 1) % 3] = a;
    from[(i + 2) % 3] = b;
    const to = [...from];
    to[i] = 1;
    edges.push([cartesian(lattice, from), cartesian(lattice, to)]);
  }
  return edges;
}
