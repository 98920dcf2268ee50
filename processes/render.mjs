// Draws a picture beside each model, as SVG and PNG; run it after a change to a model:
//   npm install --no-save --prefix target bpmn-js@18 && node processes/render.mjs
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
