// Does the walk-through of docs/modeler.md with the parts that Camunda Modeler is made of, and writes
// the model and the pictures; run it after a change to processes/structure-search.bpmn:
//   npm install --no-save --prefix target bpmn-js@18 bpmn-js-properties-panel@5 @bpmn-io/properties-panel@3 \
//     bpmn-js-element-templates@2 camunda-bpmn-moddle@7 camunda-bpmn-js-behaviors@1 esbuild@0.28
//   node examples/second-stage/walk-through.mjs
// Needs chromium on the path.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import url from 'node:url';

const here = path.dirname(url.fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..');
const work = path.join(root, 'target');
const modules = path.join(work, 'node_modules');
const templates = path.join(root, '.camunda', 'element-templates');
const read = (...names) => fs.readFileSync(path.join(...names), 'utf8');

const parts = path.join(work, 'walk-through.js');
fs.writeFileSync(parts, `
  import Modeler from 'bpmn-js/lib/Modeler';
  import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule,
    CamundaPlatformPropertiesProviderModule } from 'bpmn-js-properties-panel';
  import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
  import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
  import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
  globalThis.modeler = new Modeler({
    container: '#canvas',
    propertiesPanel: { parent: '#panel' },
    additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule, ElementTemplatesPropertiesProviderModule, behaviors],
    moddleExtensions: { camunda }
  });`);
execFileSync(path.join(modules, '.bin', 'esbuild'),
  [parts, '--bundle', '--format=iife', `--outfile=${parts}.bundle.js`], { stdio: 'ignore' });

const known = fs.readdirSync(templates).flatMap(name => JSON.parse(read(templates, name)));
const model = read(root, 'processes', 'structure-search.bpmn');

/** Runs in the page. */
async function walkThrough(modeler, model, known) {
  const part = name => modeler.get(name);
  const refused = [];
  part('eventBus').on('elementTemplates.errors', event => refused.push(...event.errors));
  part('elementTemplatesLoader').setTemplates(known);
  await modeler.importXML(model);

  // Room between "Choose candidates" and "Refine them?" with the space tool.
  const elements = part('elementRegistry');
  const flow = elements.get('to-refines');
  const left = flow.source.x + flow.source.width + 25;
  const all = elements.filter(element => element.parent && element.parent.id !== '__implicitroot');
  const { movingShapes, resizingShapes } = part('spaceTool').calculateAdjustments(all, 'x', 150, left);
  part('spaceTool').makeSpace(movingShapes, resizingShapes, { x: 150, y: 0 }, 'e', left);

  // A call activity on the arrow, which takes it in.
  const modeling = part('modeling');
  const step = modeling.createShape(
    part('elementFactory').createShape({ type: 'bpmn:CallActivity' }),
    { x: left + 75, y: flow.source.y + flow.source.height / 2 }, flow);
  modeling.updateProperties(step.incoming[0], { id: 'to-screen-again' });
  modeling.updateProperties(step.outgoing[0], { id: 'to-refines' });

  // The template, the name and the fields.
  const template = part('elementTemplates').getLatest('org.coesite.screen-again-embedded')[0];
  part('elementTemplates').applyTemplate(step, template);
  modeling.updateProperties(step, { id: 'screen-again', name: 'Screen again' });
  const fields = { potential: 'sio2-slc', window: '0.5', candidates: '10' };
  for (const mapping of step.businessObject.extensionElements.values) {
    if (mapping.target in fields) {
      modeling.updateModdleProperties(step, mapping, { sourceExpression: fields[mapping.target] });
    }
  }
  if (refused.length > 0) {
    throw new Error(refused.map(problem => problem.message).join('\n'));
  }
  return step;
}

const styles = ['bpmn-js/dist/assets/bpmn-js.css', 'bpmn-js/dist/assets/diagram-js.css',
  'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css',
  '@bpmn-io/properties-panel/dist/assets/properties-panel.css',
  'bpmn-js-element-templates/dist/assets/element-templates.css'].map(name => read(modules, name));
const page = path.join(work, 'walk-through.html');
function browse(after, ...options) {
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${styles.join('\n')}
    body { margin: 0; font-family: sans-serif }
    #canvas, #panel { position: absolute; top: 0; height: 560px }
    #canvas { width: 1000px } #panel { left: 1000px; width: 400px; overflow: auto }
    .bjs-powered-by, .djs-palette { display: none !important }</style>
    <div id="canvas"></div><div id="panel"></div><script src="walk-through.js.bundle.js"></script>
    <script>${walkThrough}
    walkThrough(modeler, ${JSON.stringify(model)}, ${JSON.stringify(known)}).then(${after})
      .catch(failure => document.body.innerHTML = '<pre>!' + btoa(failure) + '</pre>');</script>`);
  return execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars',
    '--virtual-time-budget=8000', ...options, 'file://' + page],
  { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

const saved = browse(`() => Promise.all([modeler.saveXML({ format: true }), modeler.saveSVG()])
  .then(([{ xml }, { svg }]) => document.body.innerHTML = '<pre>'
    + btoa(unescape(encodeURIComponent(JSON.stringify({ xml, svg })))) + '</pre>')`, '--dump-dom')
  .match(/<pre>([^<]+)<\/pre>/)[1];
if (saved.startsWith('!')) {
  throw new Error(Buffer.from(saved.slice(1), 'base64').toString());
}
const { xml, svg } = JSON.parse(Buffer.from(saved, 'base64').toString());
fs.writeFileSync(path.join(here, 'structure-search.bpmn'), xml);
fs.writeFileSync(path.join(here, 'structure-search.svg'), svg);

browse(`step => setTimeout(() => {
    modeler.get('selection').select(step);
    modeler.get('canvas').viewbox({ x: step.x - 400, y: step.y - 130, width: 800, height: 448 });
    setTimeout(() => document.querySelectorAll('.bio-properties-panel-group-header').forEach(
      header => /Second screening|General/.test(header.textContent) && header.click()), 1000);
  }, 500)`,
'--force-device-scale-factor=1.5', '--window-size=1400,560',
`--screenshot=${path.join(here, 'modeler.png')}`);
