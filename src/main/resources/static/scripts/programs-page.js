// What programs can ask for, from the description that the server makes of itself.

import './frame.js';
import { currentSession, get } from './api.js';
import { byId, element, fill, say } from './dom.js';

function resolved(schema, all) {
  return schema && schema.$ref ? all[schema.$ref.split('/').pop()] : schema;
}

function fields(schema, all) {
  const { properties } = resolved(schema, all) || {};
  return Object.entries(properties || {}).map(([name, one]) =>
    element('li', {}, element('code', {}, name), one.description ? ` ${one.description}` : ''),
  );
}

function block(title, content, all) {
  const [media] = Object.values(content || {});
  if (!media) {
    return null;
  }
  const known = fields(media.schema, all);
  return [
    element('h3', {}, title),
    known.length ? element('ul', {}, known) : null,
    media.example === undefined ? null : element('pre', { tabindex: 0 }, JSON.stringify(media.example, null, 2)),
  ];
}

function operation(path, method, one, all) {
  const answers = Object.entries(one.responses).filter(([status]) => status.startsWith('2'));
  return element(
    'details',
    {},
    element('summary', {}, element('code', {}, `${method.toUpperCase()} ${path}`), ' ', one.summary || ''),
    one.description && one.description !== one.summary ? element('p', {}, one.description) : null,
    (one.parameters || []).length ? element('ul', {}, one.parameters.map((p) => element('li', {}, element('code', {}, p.name), ` (${p.in}) ${p.description || ''}`))) : null,
    one.requestBody ? block('Request', one.requestBody.content, all) : null,
    answers.map(([status, answer]) => block(`Answer ${status}`, answer.content, all)),
  );
}

async function open() {
  const { person } = await currentSession();
  const here = location.origin;
  byId('shell').textContent = `curl -u ${person} ${here}/api/searches\ncurl -u ${person} ${here}/api/searches/silica/structures\ncurl -u ${person} -OJ ${here}/api/searches/silica/structures/g002s08/file.cif`;
  byId('python').textContent = `import io, requests, ase.io
from pymatgen.core import Structure

session = requests.Session()
session.auth = ("${person}", "…")
search = "${here}/api/searches/silica"
rows = session.get(f"{search}/structures").json()["structures"]
best = f"{search}/structures/{rows[0]['structure']}"
atoms = ase.io.read(io.StringIO(session.get(f"{best}/file.xyz").text), format="extxyz")
crystal = Structure.from_str(session.get(f"{best}/file.cif").text, fmt="cif")`;
  try {
    const api = await get('/api/openapi');
    const all = api.components.schemas;
    fill(byId('operations'), Object.entries(api.paths).sort().map(([path, methods]) => Object.entries(methods).map(([method, one]) => operation(path, method, one, all))));
  } catch (failure) {
    say(byId('message'), failure.message, 'problem');
  }
}

open();
