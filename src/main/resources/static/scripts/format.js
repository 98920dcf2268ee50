// Numbers and names as people read them.

import { element } from './dom.js';

/** A number with a true minus sign; a dash for none. */
export function fixed(value, digits) {
  if (value === null || value === undefined) {
    return '–';
  }
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
}

/** A time in seconds, in the unit that fits. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return '–';
  }
  if (seconds < 100) {
    return `${Math.round(seconds)} s`;
  }
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A moment by the clock of who reads it. */
export function moment(text) {
  return new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** A Hermann–Mauguin symbol with its subscripts and overbars, and its number. */
export function spaceGroup(group) {
  if (!group) {
    return '–';
  }
  const parts = [];
  for (const [piece] of group.symbol.matchAll(/_\d|-\d|[^_-]+|./g)) {
    if (piece.startsWith('_')) {
      parts.push(element('sub', {}, piece.slice(1)));
    } else if (piece.startsWith('-') && piece.length > 1) {
      parts.push(element('span', { class: 'overbar', 'aria-label': `minus ${piece.slice(1)}` }, piece.slice(1)));
    } else {
      parts.push(piece);
    }
  }
  return element('span', { class: 'space-group' }, parts, ` (${group.number})`);
}

/** The same as plain text, for canvases. */
export function spaceGroupText(group) {
  const low = '₀₁₂₃₄₅₆₇₈₉';
  return group.symbol.replace(/_(\d)/g, (all, digit) => low[digit]).replace(/-(\d)/g, '$1\u0305');
}

/** States in words. */
export const STATES = {
  RUNNING: 'running',
  FINISHED: 'finished',
  STOPPED: 'stopped',
  FAILED: 'failed',
  INCIDENT: 'waits for a person',
};

/** The state of a search as a badge. */
export function stateBadge(state) {
  return element('span', { class: `state ${state.toLowerCase()}` }, STATES[state] || state);
}
