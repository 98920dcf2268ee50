// A new search: a form for what nearly everybody sets, the whole search.yaml beside it.

import './frame.js';
import { get, pagePath, post } from './api.js';
import { act, byId, definitions, element, fill, say } from './dom.js';
import { duration, fixed } from './format.js';
import { valueOf, withValue } from './settings-text.js';

const FIELDS = ['name', 'composition', 'formulaUnits', 'potential', 'screen', 'pressure', 'seed'];
const PAUSE = 400;

let references = {};
let examples = [];

function request() {
  return { settings: byId('settings').value, references };
}

function readFields() {
  FIELDS.forEach((key) => { byId(key).value = valueOf(byId('settings').value, key); });
}

function numberLines() {
  const lines = byId('settings').value.split('\n').length;
  byId('lines').textContent = Array.from({ length: lines }, (all, i) => i + 1).join('\n');
  byId('lines').scrollTop = byId('settings').scrollTop;
}

function showReferences() {
  fill(
    byId('references'),
    Object.keys(references).map((name) =>
      element('li', {}, `${name} `, element('button', { type: 'button', class: 'plain', 'aria-label': `Leave out ${name}`, click: () => {
        delete references[name];
        showReferences();
        changed();
      } }, 'leave out')),
    ),
  );
}

function goTo(number) {
  const editor = byId('settings');
  const lines = editor.value.split('\n');
  const from = lines.slice(0, number - 1).join('\n').length + (number > 1 ? 1 : 0);
  editor.focus();
  editor.setSelectionRange(from, from + lines[number - 1].length);
}

function showProblem({ message, line }) {
  byId('settings').setAttribute('aria-invalid', 'true');
  say(byId('check'), message, 'problem');
  if (line) {
    byId('check').append(' ', element('button', { type: 'button', click: () => goTo(line) }, `Go to line ${line}`));
  }
  fill(byId('outlook'));
  byId('start').disabled = true;
}

function showOutlook(checked) {
  byId('settings').setAttribute('aria-invalid', 'false');
  say(byId('check'), 'These settings will do.');
  byId('start').disabled = false;
  fill(
    byId('outlook'),
    definitions([
      ['Search', checked.name],
      ['Cell', `${checked.composition}, ${checked.atoms} atoms`],
      ['Relaxations', `at most ${checked.relaxations}, ${checked.generationSize} in a generation`],
      ['Screening', checked.screening],
      ['Refinement', checked.refinement || 'none'],
      ['Cost', cost(checked)],
    ]),
  );
}

function cost({ cost: forecast, relaxations }) {
  return forecast
    ? `about ${duration(forecast.cpuSeconds)} of processor time for ${relaxations} relaxations, ${fixed(forecast.secondsPerRelaxation, 2)} s each (${forecast.sample} tried)`
    : element('button', { type: 'button', id: 'forecast', click: (event) => act(event.currentTarget, byId('message'), async () => showOutlook(await post('/api/settings/forecast', request()))) }, 'Forecast it');
}

let due = null;
let asked = 0;

function changed() {
  numberLines();
  clearTimeout(due);
  due = setTimeout(check, PAUSE);
}

async function check() {
  const mine = ++asked;
  try {
    const { problem, search } = await post('/api/settings/check', request());
    if (mine === asked) {
      problem ? showProblem(problem) : showOutlook(search);
    }
  } catch (failure) {
    if (mine === asked) {
      showProblem(failure);
    }
  }
}

function useExample(name) {
  const example = examples.find((one) => one.name === name);
  byId('settings').value = example.settings;
  references = { ...example.references };
  showReferences();
  readFields();
  changed();
}

async function addReferences(files) {
  for (const file of files) {
    references[file.name] = await file.text();
  }
  showReferences();
  changed();
}

async function offer() {
  const [{ examples: all }, { potentials }] = await Promise.all([get('/api/examples'), get('/api/potentials')]);
  examples = all;
  fill(byId('example'), all.map((one) => element('option', { value: one.name }, `${one.name}: ${one.title}`)));
  fill(byId('potentials'), potentials.map((one) => element('option', { value: one.name }, `${one.elements.join(' ')}: ${one.description}`)));
  const wanted = new URLSearchParams(location.search).get('example') || 'silica';
  byId('example').value = all.some((one) => one.name === wanted) ? wanted : all[0].name;
  useExample(byId('example').value);
}

function bind() {
  byId('example').addEventListener('change', (event) => useExample(event.target.value));
  byId('settings').addEventListener('input', () => {
    readFields();
    changed();
  });
  byId('settings').addEventListener('scroll', () => { byId('lines').scrollTop = byId('settings').scrollTop; });
  FIELDS.forEach((key) => byId(key).addEventListener('input', () => {
    byId('settings').value = withValue(byId('settings').value, key, byId(key).value.trim());
    changed();
  }));
  byId('reference-files').addEventListener('change', (event) => addReferences(event.target.files));
  byId('form').addEventListener('submit', (event) => {
    event.preventDefault();
    act(byId('start'), byId('message'), async () => {
      const started = await post('/api/searches', request());
      location.assign(pagePath(started.search));
    });
  });
}

bind();
offer().catch((failure) => say(byId('message'), failure.message, 'problem'));
