// Draws a picture beside each model, as SVG and PNG, and of the decision table, as PNG; run it after
// a change to a model:
//   npm install --no-save --prefix target bpmn-js@18 dmn-js@17 && node processes/render.mjs
// Needs chromium on the path.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const models = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const work = path.join(models, '..', 'target');
const viewer = fs.readFileSync(
  path.join(work, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
const browser = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];

for (const file of fs.readdirSync(models).filter(name => name.endsWith('.bpmn'))) {
  const model = JSON.stringify(fs.readFileSync(path.join(models, file), 'utf8'));
  const page = path.join(work, file + '.html');
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><div id="canvas"></div>
    <script>${viewer}</script><script>
    const bpmn = new BpmnJS({ container: '#canvas' });
    bpmn.importXML(${model}).then(() => bpmn.saveSVG()).then(({ svg }) => {
      document.body.innerHTML =
        '<pre>' + btoa(unescape(encodeURIComponent(svg))) + '</pre>';
    });</script>`);
  const dom = execFileSync('chromium',
    [...browser, '--virtual-time-budget=8000', '--dump-dom', 'file://' + page],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const svg = Buffer.from(dom.match(/<pre>([^<]+)<\/pre>/)[1], 'base64').toString();
  const picture = path.join(models, path.basename(file, '.bpmn'));
  fs.writeFileSync(picture + '.svg', svg);

  const [width, height] = ['width', 'height'].map(
    side => Math.ceil(Number(svg.match(new RegExp(side + '="([\\d.]+)"'))[1])));
  fs.writeFileSync(page, `<body style="margin:0;background:white">${svg.slice(svg.indexOf('<svg'))}`);
  execFileSync('chromium',
    [...browser, '--force-device-scale-factor=1.5', `--window-size=${width},${height}`,
      `--screenshot=${picture}.png`, 'file://' + page], { stdio: 'ignore' });
}

for (const file of fs.readdirSync(models).filter(name => name.endsWith('.dmn'))) {
  const dist = path.join(work, 'node_modules/dmn-js/dist');
  const styles = ['dmn-js-shared', 'dmn-js-decision-table'].map(
    name => fs.readFileSync(path.join(dist, 'assets', name + '.css'), 'utf8')).join('\n');
  const script = fs.readFileSync(path.join(dist, 'dmn-viewer.production.min.js'), 'utf8');
  const model = JSON.stringify(fs.readFileSync(path.join(models, file), 'utf8'));
  const page = path.join(work, file + '.html');
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${styles}
    body { margin: 8px } .dmn-decision-table-container .view-drd { display: none }</style>
    <div id="canvas"></div><script>${script}</script><script>
    const table = new DmnJS({ container: '#canvas' });
    table.importXML(${model}).then(() =>
      table.open(table.getViews().find(view => view.type === 'decisionTable')));</script>`);
  execFileSync('chromium',
    [...browser, '--virtual-time-budget=8000', '--window-size=1430,1690',
      `--screenshot=${path.join(models, path.basename(file, '.dmn'))}.png`, 'file://' + page],
    { stdio: 'ignore' });
}
