// All searches of the data directory.

import './frame.js';
import { get, pagePath } from './api.js';
import { byId, element, fill, say } from './dom.js';
import { duration, fixed, moment, spaceGroup, stateBadge } from './format.js';
import { trendLine } from './trend.js';

const PACE = 3000;

function progressCell({ progress }) {
  const { relaxationsDone: done, relaxationsBound: bound } = progress;
  return element(
    'td',
    {},
    element('progress', { max: bound, value: done, 'aria-label': 'relaxations' }),
    element('div', { class: 'small' }, `${done} of at most ${bound}, generation ${progress.generations}`),
    progress.toRefine ? element('div', { class: 'small' }, `${progress.refined} of ${progress.toRefine} refined`) : null,
  );
}

function bestCell({ progress }) {
  return progress.bestEnergyPerFormula === null
    ? element('td', {}, '–')
    : element('td', {}, `${fixed(progress.bestEnergyPerFormula, 4)} eV `, spaceGroup(progress.bestSpaceGroup));
}

function stateCell(search) {
  return element(
    'td',
    {},
    stateBadge(search.progress.state),
    search.waitsForApproval
      ? element('div', {}, element('a', { href: `${pagePath(search.search)}/approve` }, 'Approve the refinement'))
      : element('div', { class: 'small reason' }, (search.progress.stop || '').split('\n')[0]),
  );
}

function row(search) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('a', { href: pagePath(search.search) }, search.search)),
    stateCell(search),
    bestCell(search),
    progressCell(search),
    element('td', {}, duration(search.secondsLeft)),
    element('td', {}, trendLine(search.trend)),
    element('td', { class: 'small' }, moment(search.created), element('br'), `${duration(search.wallSeconds)} at work`),
  );
}

function table(searches) {
  const heads = ['Search', 'State', 'Best phase', 'Progress', 'Left, at most', 'Trend', 'Started'];
  return element(
    'table',
    { class: 'searches' },
    element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, searches.map(row)),
  );
}

function nothingYet() {
  return element(
    'div',
    { class: 'empty' },
    element('p', {}, 'There is no search in this data directory yet.'),
    element('p', {}, element('a', { class: 'button', href: '/start' }, 'Start the first one'), ' with an example or a composition of your own.'),
  );
}

let shown = '';

async function show() {
  try {
    const { searches } = await get('/api/overview');
    const text = JSON.stringify(searches);
    if (text !== shown) {
      shown = text;
      fill(byId('searches'), searches.length ? table(searches) : nothingYet());
    }
    say(byId('message'), '');
  } catch (failure) {
    say(byId('message'), `${failure.message} This page tries again.`, 'problem');
  }
  setTimeout(show, PACE);
}

show();
