// The unique structures of a search, sortable and filterable.

import { pagePath } from './api.js';
import { element, fill } from './dom.js';
import { fixed, spaceGroup } from './format.js';
import { originLabel } from './origins.js';

const AT_ONCE = 50;

const COLUMNS = [
  { key: 'structure', label: 'Structure', value: (row) => row.structure },
  { key: 'phase', label: 'Phase', value: (row) => row.phase || '' },
  { key: 'spaceGroup', label: 'Space group', value: (row) => row.spaceGroup.number },
  { key: 'energyPerFormula', label: 'Energy (eV per formula unit)', number: true, value: (row) => row.energyPerFormula },
  { key: 'above', label: 'Above lowest (meV/atom)', number: true, value: (row) => row.above },
  { key: 'volumePerAtom', label: 'Volume (Å³/atom)', number: true, value: (row) => row.volumePerAtom },
  { key: 'hits', label: 'Hits', number: true, value: (row) => row.hits },
  { key: 'nearest', label: 'Nearest known phase', value: (row) => (row.nearest ? row.nearest.cosineDistance : Infinity) },
  { key: 'generation', label: 'Generation', number: true, value: (row) => row.generation },
  { key: 'operator', label: 'Origin', value: (row) => originLabel(row.operator) },
];

function cells(search, row) {
  return [
    element('th', { scope: 'row' }, element('a', { href: pagePath(search, row.structure) }, row.structure)),
    element('td', {}, row.phase || ''),
    element('td', {}, spaceGroup(row.spaceGroup)),
    element('td', { class: 'number' }, fixed(row.energyPerFormula, 4)),
    element('td', { class: 'number' }, fixed(1000 * row.above, 1)),
    element('td', { class: 'number' }, fixed(row.volumePerAtom, 2)),
    element('td', { class: 'number' }, String(row.hits)),
    element('td', {}, row.nearest ? `${row.nearest.name} ${fixed(row.nearest.cosineDistance, 3)}` : '–'),
    element('td', { class: 'number' }, String(row.generation)),
    element('td', {}, originLabel(row.operator)),
  ];
}

function words(row) {
  return [row.structure, row.phase, row.spaceGroup.symbol, row.spaceGroup.number, originLabel(row.operator)].join(' ').toLowerCase();
}

export class StructuresTable {
  #search;
  #target;
  #rows = [];
  #found = 0;
  #sort = { key: 'energyPerFormula', down: false };
  #filter = '';
  #shown = AT_ONCE;

  constructor(search, target, filter) {
    this.#search = search;
    this.#target = target;
    filter.addEventListener('input', () => {
      this.#filter = filter.value.trim().toLowerCase();
      this.#shown = AT_ONCE;
      this.#draw();
    });
  }

  update({ found, structures }) {
    this.#rows = structures;
    this.#found = found;
    this.#draw();
  }

  #sortBy(key) {
    this.#sort = { key, down: this.#sort.key === key && !this.#sort.down };
    this.#draw();
    this.#target.querySelector(`[data-column="${key}"]`).focus();
  }

  #chosen() {
    const { value } = COLUMNS.find((column) => column.key === this.#sort.key);
    const sign = this.#sort.down ? -1 : 1;
    return this.#rows
      .filter((row) => words(row).includes(this.#filter))
      .sort((a, b) => sign * (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0));
  }

  #head(column) {
    const sorted = this.#sort.key === column.key;
    const direction = this.#sort.down ? 'descending' : 'ascending';
    return element(
      'th',
      { scope: 'col', 'aria-sort': sorted ? direction : null, class: column.number ? 'number' : null },
      element('button', { type: 'button', class: 'sort', 'data-column': column.key, click: () => this.#sortBy(column.key) },
        column.label, sorted ? (this.#sort.down ? ' ▾' : ' ▴') : ''),
    );
  }

  #draw() {
    if (!this.#rows.length) {
      fill(this.#target, element('p', { class: 'quiet' }, 'Nothing is ranked yet: the first generation has to relax before its structures are compared.'));
      return;
    }
    const chosen = this.#chosen();
    const more = chosen.length - this.#shown;
    fill(
      this.#target,
      element('p', { class: 'small' }, `${chosen.length} of ${this.#found} unique structures`),
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, COLUMNS.map((column) => this.#head(column)))),
        element('tbody', {}, chosen.slice(0, this.#shown).map((row) => element('tr', {}, cells(this.#search, row)))),
      ),
      more > 0
        ? element('button', { type: 'button', click: () => {
            this.#shown += 200;
            this.#draw();
          } }, `Show more (${more})`)
        : null,
    );
  }
}
