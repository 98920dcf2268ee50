// What is to be refined and what it costs: choose, approve, decline, or let the search go on.

import './frame.js';
import { addressParts, get, pagePath, post, searchPath } from './api.js';
import { act, byId, element, fill, say } from './dom.js';
import { duration, fixed, spaceGroup } from './format.js';

const MEGABYTE = 1 << 20;
const [, search] = addressParts();

let plan = null;

function chosen() {
  return [...byId('candidates').querySelectorAll('input:checked')].map((box) => box.value);
}

function showSum() {
  const ids = new Set(chosen());
  const seconds = plan.structures.filter((one) => ids.has(one.id) && one.cost).reduce((sum, one) => sum + one.cost.cpuSeconds, 0);
  say(byId('sum'), `${ids.size} of ${plan.structures.length} chosen${seconds ? `, about ${duration(seconds)} of processor time if one round of each is enough` : ''}.`);
  byId('approve').disabled = ids.size === 0;
}

function costCells({ cost, obstacle }) {
  if (!cost) {
    return [element('td', { colspan: 4, class: 'number' }, obstacle || 'no forecast')];
  }
  return [
    element('td', { class: 'number' }, duration(cost.cpuSeconds)),
    element('td', { class: 'number' }, String(cost.processes)),
    element('td', { class: 'number' }, String(cost.kPoints)),
    element('td', { class: 'number' }, `${fixed(cost.memoryBytes / MEGABYTE, 0)} MB`),
  ];
}

function row(one) {
  const box = element('input', { type: 'checkbox', value: one.id, checked: !one.obstacle && !one.declined, 'aria-label': `Refine ${one.id}`, change: showSum });
  return element(
    'tr',
    {},
    element('td', {}, box),
    element('th', { scope: 'row' }, element('a', { href: pagePath(search, one.id) }, one.structure)),
    element('td', {}, one.knownPhase ? 'known phase' : 'found'),
    element('td', {}, one.composition || '–'),
    element('td', {}, spaceGroup(one.spaceGroup)),
    element('td', { class: 'number' }, one.aboveLowest === null ? '–' : fixed(1000 * one.aboveLowest, 1)),
    costCells(one),
  );
}

function table() {
  const words = ['Refine', 'Structure', 'Kind', 'Composition', 'Space group'];
  const numbers = ['Above lowest (meV/atom)', 'Processor time', 'Processes', 'k-points', 'Memory'];
  const heads = [...words.map((head) => element('th', { scope: 'col' }, head)), ...numbers.map((head) => element('th', { scope: 'col', class: 'number' }, head))];
  return element('table', {}, element('thead', {}, element('tr', {}, heads)), element('tbody', {}, plan.structures.map(row)));
}

function answer(button, what) {
  act(button, byId('message'), async () => {
    await what();
    location.assign(pagePath(search));
  });
}

function bind() {
  byId('approve').addEventListener('click', (event) => answer(event.currentTarget, () => post(searchPath(search, 'approve'), { structures: chosen() })));
  byId('decline').addEventListener('click', (event) => answer(event.currentTarget, () => post(searchPath(search, 'decline'))));
  byId('back-form').addEventListener('submit', (event) => {
    event.preventDefault();
    answer(byId('send-back'), () => post(searchPath(search, 'search-on'), { relaxations: Number(byId('more').value) }));
  });
}

async function open() {
  document.title = `Approve ${search} · Coesite`;
  byId('search').href = pagePath(search);
  fill(byId('search'), search);
  try {
    plan = await get(searchPath(search, 'plan'));
    fill(byId('method'), `${plan.calculator}, protocol ${plan.protocol}`);
    fill(byId('candidates'), table());
    byId('answers').hidden = !plan.waitsForApproval;
    bind();
    showSum();
    if (!plan.waitsForApproval) {
      say(byId('message'), 'This refinement waits for no approval any more.');
    }
  } catch (failure) {
    say(byId('message'), failure.message, 'problem');
    byId('content').hidden = true;
  }
}

open();
