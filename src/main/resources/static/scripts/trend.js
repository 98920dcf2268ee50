// A small line that falls as lower structures are found.

import { fixed } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 120;
const HEIGHT = 28;

function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** The lowest energy after each generation. */
export function trendLine(energies) {
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'trend', role: 'img' });
  if (energies.length < 2) {
    picture.setAttribute('aria-label', 'no trend yet');
    return picture;
  }
  const lowest = energies[energies.length - 1];
  const span = Math.max(energies[0] - lowest, 1e-9);
  const points = energies.map((energy, i) => [
    2 + ((WIDTH - 4) * i) / (energies.length - 1),
    HEIGHT - 4 - ((HEIGHT - 8) * (energy - lowest)) / span,
  ]);
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  picture.append(svg('polyline', { points: path, class: 'trend-line' }));
  const [x, y] = points[points.length - 1];
  picture.append(svg('circle', { cx: x, cy: y, r: 2.5, class: 'trend-end' }));
  picture.setAttribute(
    'aria-label',
    `from ${fixed(energies[0], 3)} to ${fixed(lowest, 3)} eV in ${energies.length} generations`,
  );
  return picture;
}
