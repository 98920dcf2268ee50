// One search, as it happens.

import './frame.js';
import { addressParts, get, pagePath, post, searchPath } from './api.js';
import { act, byId, element, fill, say } from './dom.js';
import { EnergyFitnessDiagram } from './diagram.js';
import { watch } from './live.js';
import { ProcessView } from './process-view.js';
import { EventLog, showFailures, showIncidents, showOutline, showRefined, showYields } from './search-panels.js';
import { StructuresTable } from './structures-table.js';

const [, search] = addressParts();
const ENDED = ['FINISHED', 'STOPPED', 'FAILED'];

const diagram = new EnergyFitnessDiagram(byId('diagram'), (structure) => location.assign(pagePath(search, structure)));
const process = new ProcessView(search, { tabs: byId('models'), canvas: byId('process'), message: byId('process-message') });
const table = new StructuresTable(search, byId('structures'), byId('filter'));
const log = new EventLog();

function actions(outline) {
  const { state } = outline.progress;
  byId('stop-early').hidden = ENDED.includes(state) || outline.waitsForApproval;
  byId('resume').hidden = state !== 'INCIDENT' || outline.waitsForApproval;
  byId('approve').hidden = !outline.waitsForApproval;
  byId('inject-section').hidden = ENDED.includes(state);
  byId('report').hidden = !['FINISHED', 'STOPPED'].includes(state);
}

// A flood of news asks for the tables once it pauses, and again only after the last answer.
let asked = null;
let waiting = false;
let due = false;

function refreshTables() {
  clearTimeout(asked);
  asked = setTimeout(loadTables, 300);
}

async function loadTables() {
  if (waiting) {
    due = true;
    return;
  }
  waiting = true;
  try {
    const [structures, summary, failures] = await Promise.all([
      get(searchPath(search, 'structures')),
      get(searchPath(search)),
      get(searchPath(search, 'failures')),
    ]);
    table.update(structures);
    diagram.setPhases(structures.structures);
    showYields(summary.exploration);
    showRefined(search, summary);
    showFailures(search, failures.failures);
  } catch (failure) {
    say(byId('message'), failure.message, 'problem');
  }
  waiting = false;
  if (due) {
    due = false;
    refreshTables();
  }
}

let state = null;

function outlineChanged(outline) {
  showOutline(outline);
  actions(outline);
  const stand = `${outline.progress.state} ${outline.progress.refined}`;
  if (state !== stand) {
    state = stand;
    refreshTables();
  }
}

function listen(generation) {
  watch(search, { generation, event: 0 }, {
    outline: outlineChanged,
    ranked: (points) => {
      diagram.addRanked(points);
      refreshTables();
    },
    running: (points) => diagram.setRunning(points),
    steps: (steps) => process.update(steps),
    incidents: (incidents) => showIncidents(search, incidents),
    log: (events) => log.add(events),
    connection: (there) => say(byId('connection'), there ? '' : 'The connection is lost; this page tries to come back.', 'problem'),
  });
}

function bindButtons() {
  const message = byId('message');
  byId('stop-early').addEventListener('click', (event) => act(event.currentTarget, message, () => post(searchPath(search, 'stop-early'))));
  byId('resume').addEventListener('click', (event) => act(event.currentTarget, message, () => post(searchPath(search, 'resume'))));
  byId('approve').href = `${pagePath(search)}/approve`;
  const reports = [['table.md', 'table'], ['summary.json', 'summary'], ['energy-fitness.svg', 'diagram']];
  fill(byId('report'), 'Report: ', reports.map(([file, label], i) => [i ? ', ' : '', element('a', { href: `${searchPath(search, 'report')}/${file}` }, label)]));
  byId('inject-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const [file] = byId('inject-file').files;
    act(byId('inject-button'), message, async () => {
      await post(searchPath(search, 'inject'), { name: file.name, content: await file.text() });
      say(message, `${file.name} will take part in the next generation.`);
      byId('inject-form').reset();
    });
  });
}

async function open() {
  document.title = `${search} · Coesite`;
  fill(byId('name'), search);
  bindButtons();
  try {
    const { points, running } = await get(searchPath(search, 'diagram'));
    diagram.addRanked(points);
    diagram.setRunning(running);
    process.show('structure-search');
    listen(points.reduce((next, point) => Math.max(next, point.generation + 1), 0));
  } catch (failure) {
    say(byId('message'), failure.status === 404 ? `There is no search “${search}”. All searches are at the top left.` : failure.message, 'problem');
    byId('content').hidden = true;
  }
}

open();
