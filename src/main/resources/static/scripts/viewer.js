// A crystal in three dimensions.

import { atomsOf, bondsOf, cellEdges, completed, polyhedraOf } from './crystal.js';
import { onTheme } from './frame.js';

const point = ([x, y, z]) => ({ x, y, z });
const TURN = 10;

export class CrystalViewer {
  #viewer;
  #container;
  #crystal;
  #view = { repeats: [1, 1, 1], polyhedra: true, bonds: true, cell: true };
  #dark = false;

  constructor(container) {
    this.#container = container;
    this.#viewer = $3Dmol.createViewer(container, { antialias: true, disableFog: true, nomouse: false });
    new ResizeObserver(() => this.#viewer.resize()).observe(container);
    onTheme((dark) => {
      this.#dark = dark;
      this.#draw(false);
    });
    container.addEventListener('keydown', (event) => this.#turn(event));
  }

  show(crystal) {
    this.#crystal = crystal;
    this.#draw(true);
  }

  set(changes) {
    this.#view = { ...this.#view, ...changes };
    this.#draw('repeats' in changes);
  }

  /** Turns without end, or no more. */
  spin(on) {
    this.#viewer.spin(on ? 'y' : false, 0.5);
  }

  #turn(event) {
    const turns = { ArrowLeft: ['y', -TURN], ArrowRight: ['y', TURN], ArrowUp: ['x', -TURN], ArrowDown: ['x', TURN] };
    if (turns[event.key]) {
      event.preventDefault();
      this.#viewer.rotate(turns[event.key][1], turns[event.key][0]);
    } else if (event.key === '+' || event.key === '-') {
      this.#viewer.zoom(event.key === '+' ? 1.2 : 1 / 1.2);
    }
  }

  #draw(whole) {
    this.#viewer.setBackgroundColor(this.#dark ? 0x182229 : 0xffffff);
    this.#viewer.removeAllModels();
    this.#viewer.removeAllShapes();
    if (this.#crystal) {
      this.#fill();
      if (whole) {
        this.#viewer.zoomTo();
        this.#viewer.rotate(-70, 'x');
        this.#viewer.rotate(20, 'y');
      }
    }
    this.#viewer.render();
  }

  #fill() {
    const inside = atomsOf(this.#crystal, this.#view.repeats);
    const atoms = this.#view.polyhedra ? completed(inside, this.#crystal, this.#view.repeats) : inside;
    const bonds = bondsOf(atoms);
    const model = this.#viewer.addModel();
    model.addAtoms(
      atoms.map((atom, i) => {
        const partners = bonds.filter((pair) => pair.includes(i)).map(([a, b]) => (a === i ? b : a));
        return { elem: atom.element, ...point(atom.at), bonds: partners, bondOrder: partners.map(() => 1), serial: i };
      }),
    );
    const stick = this.#view.bonds ? { stick: { radius: 0.12, colorscheme: 'Jmol' } } : {};
    model.setStyle({}, { sphere: { scale: 0.28, colorscheme: 'Jmol' }, ...stick });
    if (this.#view.polyhedra) {
      polyhedraOf(atoms, bonds).forEach((one) => this.#addPolyhedron(one));
    }
    if (this.#view.cell) {
      const color = this.#dark ? 0xb8c4cc : 0x44525b;
      cellEdges(this.#crystal.lattice).forEach(([start, end]) => this.#viewer.addCylinder({ start: point(start), end: point(end), radius: 0.03, color }));
    }
    this.#container.dataset.atoms = atoms.length;
  }

  #addPolyhedron({ element, corners, faces }) {
    const flat = faces.flat();
    const normals = faces.flatMap(([i, j, k]) => {
      const u = corners[j].map((x, n) => x - corners[i][n]);
      const v = corners[k].map((x, n) => x - corners[i][n]);
      const normal = { x: u[1] * v[2] - u[2] * v[1], y: u[2] * v[0] - u[0] * v[2], z: u[0] * v[1] - u[1] * v[0] };
      const length = Math.hypot(normal.x, normal.y, normal.z) || 1;
      const unit = { x: normal.x / length, y: normal.y / length, z: normal.z / length };
      return [unit, unit, unit];
    });
    this.#viewer.addCustom({
      vertexArr: flat.map((i) => point(corners[i])),
      normalArr: normals,
      faceArr: flat.map((corner, i) => i),
      color: $3Dmol.elementColors.Jmol[element] || 0x8888aa,
      opacity: 0.6,
    });
  }
}
