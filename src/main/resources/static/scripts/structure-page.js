// One structure: its crystal, its figures and how they came about.

import './frame.js';
import { addressParts, get, pagePath, searchPath } from './api.js';
import { ancestorsGraph } from './ancestors.js';
import { ANIONS } from './crystal.js';
import { byId, definitions, element, fill, say } from './dom.js';
import { fixed, moment, spaceGroup } from './format.js';
import { originLabel } from './origins.js';
import { stepsChart } from './steps-chart.js';
import { CrystalViewer } from './viewer.js';

const [, search, , structure] = addressParts();
const STAGES = [['refined', 'Refined'], ['relaxed', 'Relaxed'], ['start', 'Before relaxing']];

function composition(species) {
  const counts = new Map();
  species.forEach((symbol) => counts.set(symbol, (counts.get(symbol) || 0) + 1));
  // As chemists write it, what attracts electrons last.
  return [...counts].sort(([a], [b]) => ANIONS.has(a) - ANIONS.has(b)).map(([symbol, n]) => [symbol, n > 1 ? element('sub', {}, String(n)) : '']);
}

function crystalFigures({ cell, sites, volumePerAtom }) {
  const angles = [cell.alpha, cell.beta, cell.gamma].map((x) => fixed(x, 2)).join(', ');
  return definitions([
    ['Cell', element('span', {}, composition(sites.species))],
    ['a, b, c (Å)', [cell.a, cell.b, cell.c].map((x) => fixed(x, 4)).join(', ')],
    ['α, β, γ (°)', angles],
    ['Volume (Å³ per atom)', fixed(volumePerAtom, 3)],
  ]);
}

function rankingFigures({ story, phase }) {
  const { ranked, origin } = story;
  return definitions([
    ['Known phase', phase && phase.phase ? phase.phase : '–'],
    ['Space group', phase ? spaceGroup(phase.spaceGroup) : '–'],
    ['Energy (eV per formula unit)', phase ? fixed(phase.energyPerFormula, 5) : '–'],
    ['Above the lowest (meV/atom)', phase ? fixed(1000 * phase.above, 1) : '–'],
    ['Found', phase ? `${phase.hits} times, first by relaxation ${phase.firstRelaxation}` : '–'],
    ['Origin', origin ? originLabel(origin.operator) : 'known phase'],
    ['Verdict', ranked ? verdict(ranked) : 'not ranked yet'],
  ]);
}

function verdict(ranked) {
  const same = ranked.of ? element('span', {}, ' of ', element('a', { href: pagePath(search, ranked.of) }, ranked.of)) : '';
  return element('span', {}, ranked.verdict, same, ranked.reason ? `: ${ranked.reason}` : '');
}

function stageButtons(view, viewer) {
  const there = STAGES.filter(([key]) => view[key]);
  const show = (key) => {
    viewer.show(view[key].sites);
    fill(byId('crystal'), crystalFigures(view[key]));
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(there[i][0] === key)));
  };
  const buttons = there.map(([key, label]) => element('button', { type: 'button', click: () => show(key) }, label));
  fill(byId('stages'), buttons);
  if (there.length) {
    show(there[0][0]);
  }
}

function bindViewer(viewer) {
  ['polyhedra', 'bonds', 'cell'].forEach((key) => byId(key).addEventListener('change', (event) => viewer.set({ [key]: event.target.checked })));
  byId('spin').addEventListener('change', (event) => viewer.spin(event.target.checked));
  byId('supercell').addEventListener('change', (event) => viewer.set({ repeats: event.target.value.split('x').map(Number) }));
}

function fileList(attempt) {
  return attempt.files.map((file) =>
    element(
      'li',
      {},
      file.kept
        ? element('a', { href: `${searchPath(search, 'structures', structure)}/files/${attempt.purpose}/${attempt.attempt}/${file.name}` }, file.name)
        : `${file.name} (content not kept)`,
      element('span', { class: 'small' }, ` ${file.bytes} bytes, SHA-256 `, element('code', {}, file.sha256.slice(0, 16))),
    ),
  );
}

function attemptSection(attempt) {
  const chart = attempt.ionicSteps.length > 1 ? element('div', { class: 'steps-chart' }) : null;
  const section = element(
    'section',
    { class: 'attempt' },
    element('h3', {}, `${attempt.purpose}, attempt ${attempt.attempt}: ${attempt.status.toLowerCase().replace('_', ' ')}`),
    attempt.message ? element('p', { class: 'reason' }, `${attempt.reason}: ${attempt.message}`) : null,
    attempt.decisions.length ? element('p', {}, `Decision: ${attempt.decisions.join(', then ')}`) : null,
    chart,
    definitions([
      ['Calculator', `${attempt.calculator} ${attempt.version}`],
      ['Settings', `${attempt.settings.stages.join(' → ')}, ${attempt.settings.pressure} GPa, force < ${attempt.settings.maxForce} eV/Å, at most ${attempt.settings.maxSteps} steps`],
      ['Energy', attempt.energy === null ? '–' : `${fixed(attempt.energy, 6)} eV, ${fixed(attempt.energyPerAtom, 6)} eV per atom`],
      ['When', `${moment(attempt.started)} to ${moment(attempt.ended)}, ${fixed(attempt.cpuSeconds, 1)} s of CPU time here`],
      ['Where', `${attempt.host}, ${attempt.worker}`],
      ['SHA-256 of input and output', element('code', {}, `${attempt.inputSha256.slice(0, 16)} … ${attempt.outputSha256.slice(0, 16)}`)],
    ]),
    attempt.files.length ? element('ul', { class: 'files' }, fileList(attempt)) : null,
  );
  return { section, draw: () => chart && stepsChart(chart, attempt.ionicSteps) };
}

function showAncestors(story) {
  const ids = Object.entries(story.ancestors);
  byId('ancestors-section').hidden = !story.origin;
  if (!story.origin) {
    return;
  }
  byId('ancestors').hidden = ids.length === 0;
  if (ids.length) {
    ancestorsGraph(byId('ancestors'), story, (id) => location.assign(pagePath(search, id)));
  }
  const made = [[story.structure, story.origin], ...ids];
  fill(
    byId('ancestor-list'),
    made.map(([id, origin]) =>
      element(
        'li',
        {},
        element('a', { href: pagePath(search, id) }, id),
        ` ${originLabel(origin.operator)}`,
        origin.parents.length ? ` from ${origin.parents.join(' and ')}` : '',
        element('div', { class: 'small' }, Object.entries(origin.draws).map(([name, value]) => `${name} ${value}`).join(', ')),
      ),
    ),
  );
}

async function showComparison(event) {
  event.preventDefault();
  const other = byId('other').value;
  try {
    const result = await get(`${searchPath(search, 'compare')}?a=${encodeURIComponent(structure)}&b=${encodeURIComponent(other)}`);
    fill(
      byId('comparison'),
      definitions([
        ['Fingerprint distance at equal volume', fixed(result.sameVolume, 4)],
        ['Fingerprint distance as they are', fixed(result.oganovValle, 4)],
        ['Distance of coordination', fixed(result.siteFingerprint, 4)],
        ['Space groups', element('span', {}, spaceGroup(result.spaceGroups[0]), ' and ', spaceGroup(result.spaceGroups[1]))],
      ]),
      element('p', { class: 'small' }, 'Cosine distances: 0 is the same, below about 0.05 the same phase in the same space group.'),
    );
  } catch (failure) {
    fill(byId('comparison'), element('p', { class: 'message problem', role: 'alert' }, failure.message));
  }
}

async function offerComparisons(references) {
  const { structures } = await get(searchPath(search, 'structures'));
  fill(
    byId('others'),
    references.map((name) => element('option', { value: `reference:${name}` })),
    structures.slice(0, 200).filter((row) => row.structure !== structure).map((row) => element('option', { value: row.structure }, row.phase || row.spaceGroup.symbol)),
  );
}

async function open() {
  byId('compare-form').addEventListener('submit', showComparison);
  document.title = `${structure} · ${search} · Coesite`;
  fill(byId('name'), structure);
  byId('search').href = pagePath(search);
  fill(byId('search'), search);
  try {
    const view = await get(searchPath(search, 'structures', structure));
    const viewer = new CrystalViewer(byId('viewer'));
    fill(byId('ranking'), rankingFigures(view));
    stageButtons(view, viewer);
    bindViewer(viewer);
    byId('downloads').hidden = !view.relaxed && !view.refined;
    ['cif', 'vasp', 'xyz'].forEach((ending) => { byId(`as-${ending}`).href = `${searchPath(search, 'structures', structure)}/file.${ending}`; });
    byId('audit').href = searchPath(search, 'structures', structure);
    const attempts = view.story.attempts.map(attemptSection);
    fill(byId('attempts'), attempts.length ? attempts.map((one) => one.section) : element('p', { class: 'quiet' }, 'No attempt at relaxing it is on record yet.'));
    attempts.forEach((one) => one.draw());
    showAncestors(view.story);
    await offerComparisons(view.references);
  } catch (failure) {
    say(byId('message'), failure.message, 'problem');
    byId('content').hidden = !byId('ranking').hasChildNodes();
  }
}

open();
