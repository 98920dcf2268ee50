// The smaller parts of a search's page: figures, yields, failures, incidents and the log.

import { pagePath, post, searchPath } from './api.js';
import { act, byId, definitions, element, fill } from './dom.js';
import { duration, fixed, moment, spaceGroup, stateBadge } from './format.js';
import { originLabel } from './origins.js';

const LOGGED = 300;

/** State, progress and best phase. */
export function showOutline(outline) {
  const { progress } = outline;
  fill(byId('state'), stateBadge(progress.state));
  fill(byId('stop'), outline.waitsForApproval ? 'The refinement waits for approval: see what it is and what it costs.' : progress.stop || '');
  const bar = byId('progress');
  bar.max = progress.relaxationsBound;
  bar.value = progress.relaxationsDone;
  fill(
    byId('figures'),
    definitions([
      ['Relaxations', `${progress.relaxationsDone} of at most ${progress.relaxationsBound}`],
      ['Generations', String(progress.generations)],
      ['Lowest', progress.bestEnergyPerFormula === null ? '–' : element('span', {}, `${fixed(progress.bestEnergyPerFormula, 4)} eV `, spaceGroup(progress.bestSpaceGroup))],
      ['Refined', progress.toRefine ? `${progress.refined} of ${progress.toRefine}` : '–'],
      ['At work', duration(outline.wallSeconds)],
      ['Left, at most', duration(outline.secondsLeft)],
      ['Seed', String(outline.seed)],
    ]),
  );
}

/** What each way to make structures gave. */
export function showYields(exploration) {
  const rows = exploration.yields.map((one) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, originLabel(one.operator), one.formulaUnits ? ` (part of ${one.formulaUnits} formula units)` : ''),
      element('td', { class: 'number' }, String(one.relaxations)),
      element('td', { class: 'number' }, String(one.minima)),
      element('td', { class: 'number' }, one.relaxations ? fixed((100 * one.minima) / one.relaxations, 0) : '–'),
      element('td', { class: 'number' }, String(one.lowest)),
    ),
  );
  const heads = ['Origin', 'Relaxations', 'New structures', 'Yield (%)', 'Among the lowest'];
  fill(
    byId('yields'),
    rows.length
      ? element('table', {}, element('thead', {}, element('tr', {}, heads.map((head, i) => element('th', { scope: 'col', class: i ? 'number' : null }, head)))), element('tbody', {}, rows))
      : element('p', { class: 'quiet' }, 'Nothing is ranked yet.'),
    rows.length ? element('p', { class: 'small' }, `Estimated chance that the next relaxation finds a structure not met so far: ${fixed(100 * exploration.unseen, 0)} %`) : null,
  );
}

function refinedRow(search, one, lowest) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('a', { href: pagePath(search, one.structure) }, one.structure)),
    element('td', {}, one.reference ? 'known phase' : 'found'),
    element('td', {}, spaceGroup(one.spaceGroup)),
    element('td', { class: 'number' }, fixed(one.energyPerFormula, 4)),
    element('td', { class: 'number' }, fixed(1000 * (one.energyPerAtom - lowest), 1)),
    element('td', { class: 'number' }, fixed(one.volumePerAtom, 2)),
    element('td', { class: 'number' }, fixed(one.pressure, 2)),
    element('td', {}, `${one.calculator} ${one.version}, ${one.protocol}`),
  );
}

/** What the accurate calculator made of the best and of the known phases, and what it did not. */
export function showRefined(search, { refined, notRefined }) {
  byId('refined-section').hidden = refined.length + notRefined.length === 0;
  const words = ['Structure', 'Kind', 'Space group'];
  const numbers = ['Energy (eV per formula unit)', 'Above lowest (meV/atom)', 'Volume (Å³/atom)', 'Pressure left (GPa)'];
  const heads = [...words.map((head) => element('th', { scope: 'col' }, head)), ...numbers.map((head) => element('th', { scope: 'col', class: 'number' }, head)), element('th', { scope: 'col' }, 'Method')];
  const lowest = Math.min(...refined.map((one) => one.energyPerAtom));
  fill(
    byId('refined'),
    refined.length ? element('table', {}, element('thead', {}, element('tr', {}, heads)), element('tbody', {}, refined.map((one) => refinedRow(search, one, lowest)))) : null,
    notRefined.length ? element('ul', { class: 'plain-list' }, notRefined.map((one) => element('li', {}, element('a', { href: pagePath(search, one.structure) }, one.structure), ` ${one.standing.toLowerCase().replace('_', ' ')}: `, element('span', { class: 'reason' }, one.reason)))) : null,
  );
}

function failureRow(search, failure) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('a', { href: pagePath(search, failure.structure) }, failure.structure)),
    element('td', {}, `${failure.purpose}, attempt ${failure.attempt}`),
    element('td', {}, failure.message),
    element('td', {}, failure.decisions.join(', then ') || 'not decided yet'),
  );
}

/** Failed attempts by reason, the most frequent first. */
export function showFailures(search, failures) {
  const byReason = Map.groupBy ? Map.groupBy(failures, (one) => one.reason) : grouped(failures);
  const groups = [...byReason].sort((a, b) => b[1].length - a[1].length);
  const open = new Set([...byId('failures').querySelectorAll('details[open]')].map((one) => one.dataset.reason));
  fill(
    byId('failures'),
    groups.length ? null : element('p', { class: 'quiet' }, 'No attempt has failed.'),
    groups.map(([reason, members]) =>
      element(
        'details',
        { 'data-reason': reason, open: open.has(reason) },
        element('summary', {}, `${reason.toLowerCase().replaceAll('_', ' ')}: ${members.length}`),
        element('table', {}, element('thead', {}, element('tr', {}, ['Structure', 'Attempt', 'What went wrong', 'Decision'].map((head) => element('th', { scope: 'col' }, head)))), element('tbody', {}, members.slice(0, 200).map((one) => failureRow(search, one)))),
      ),
    ),
  );
}

function grouped(failures) {
  const groups = new Map();
  failures.forEach((one) => groups.set(one.reason, [...(groups.get(one.reason) || []), one]));
  return groups;
}

/** What waits for a person, each with its button. */
export function showIncidents(search, incidents) {
  byId('incidents-section').hidden = incidents.length === 0;
  fill(
    byId('incidents'),
    incidents.map((incident) =>
      element(
        'li',
        {},
        element('strong', {}, incident.name),
        incident.structure ? element('span', {}, ' · ', element('a', { href: pagePath(search, incident.structure) }, incident.structure)) : null,
        element('div', { class: 'reason' }, incident.message),
        element('div', { class: 'small' }, `since ${moment(incident.since)}`),
        element('button', { type: 'button', click: (event) => act(event.currentTarget, byId('message'), () => post(searchPath(search, 'incidents', incident.id, 'retry'))) }, 'Try again'),
      ),
    ),
  );
}

/** The log, newest first. */
export class EventLog {
  #events = [];

  add(events) {
    const known = new Set(this.#events.map((event) => event.number));
    this.#events = events.filter((event) => !known.has(event.number)).reverse().concat(this.#events).slice(0, LOGGED);
    fill(
      byId('log'),
      this.#events.map((event) => element('li', {}, element('time', { datetime: event.at }, moment(event.at)), ' ', element('span', { class: 'reason' }, event.text))),
    );
  }
}
