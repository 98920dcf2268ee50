// The BPMN models of a search, with what stands where.

import { get, searchPath } from './api.js';
import { element, fill, say } from './dom.js';

const MODELS = [
  ['structure-search', 'Search'],
  ['generation', 'Generation'],
  ['refine-candidate', 'Refinement of a candidate'],
];

/** Events and gateways, whose names stand below them, are smaller than this. */
const SMALL = 60;

export class ProcessView {
  #search;
  #canvas;
  #message;
  #viewer;
  #model;
  #steps = [];
  #tabs;
  #chosenByPerson = false;

  constructor(search, { tabs, canvas, message }) {
    this.#search = search;
    this.#canvas = canvas;
    this.#message = message;
    this.#viewer = new BpmnJS({ container: canvas });
    this.#tabs = new Map(
      MODELS.map(([key, label]) => [
        key,
        element('button', { type: 'button', 'aria-pressed': 'false', click: () => {
          this.#chosenByPerson = true;
          this.show(key);
        } }, label),
      ]),
    );
    fill(tabs, [...this.#tabs.values()]);
    new ResizeObserver(() => this.#fit()).observe(canvas);
  }

  async show(key) {
    if (key === this.#model) {
      return;
    }
    this.#model = key;
    this.#tabs.forEach((tab, name) => tab.setAttribute('aria-pressed', String(name === key)));
    try {
      const { warnings } = await this.#viewer.importXML(await get(searchPath(this.#search, 'models', key)));
      say(this.#message, warnings.length ? `the model has ${warnings.length} problems` : '');
      this.#fit();
      this.#mark();
    } catch (failure) {
      say(this.#message, failure.message, 'problem');
    }
  }

  /** What stands where now; follows the search into the model where it is at work. */
  update(steps) {
    this.#steps = steps;
    if (!this.#chosenByPerson) {
      const active = steps.filter((step) => step.active > 0).map((step) => step.model);
      const inner = ['refine-candidate', 'generation'].find((key) => active.includes(key));
      this.show(inner || this.#model || 'structure-search');
    }
    this.#mark();
  }

  #fit() {
    if (this.#canvas.clientWidth && this.#viewer.getDefinitions()) {
      this.#viewer.get('canvas').zoom('fit-viewport', 'auto');
    }
  }

  #mark() {
    if (!this.#viewer.getDefinitions()) {
      return;
    }
    const overlays = this.#viewer.get('overlays');
    const canvas = this.#viewer.get('canvas');
    const registry = this.#viewer.get('elementRegistry');
    overlays.clear();
    registry.forEach((shape) => ['at-work', 'in-trouble'].forEach((marker) => canvas.removeMarker(shape.id, marker)));
    let tokens = 0;
    for (const step of this.#steps.filter((one) => one.model === this.#model && registry.get(one.activity))) {
      tokens += step.active;
      const small = registry.get(step.activity).width < SMALL;
      this.#badge(overlays, step, step.completed, 'count', small ? { top: -14, right: 12 } : { bottom: 8, right: 18 }, 'times done');
      this.#badge(overlays, step, step.active, 'token', small ? { top: -14, left: -8 } : { bottom: 8, left: -8 }, 'at work or due');
      this.#badge(overlays, step, step.incidents, 'incident-badge', { top: -10, left: -8 }, 'waiting for a person');
      if (step.active) {
        canvas.addMarker(step.activity, 'at-work');
      }
      if (step.incidents) {
        canvas.addMarker(step.activity, 'in-trouble');
      }
    }
    this.#canvas.dataset.tokens = tokens;
    this.#canvas.setAttribute('aria-label', this.#words());
  }

  #badge(overlays, step, number, kind, position, meaning) {
    if (number > 0) {
      overlays.add(step.activity, { position, html: element('span', { class: `badge ${kind}`, title: `${step.name}: ${number} ${meaning}` }, String(number)) });
    }
  }

  #words() {
    const busy = this.#steps.filter((step) => step.model === this.#model && step.active);
    return busy.length
      ? `Process ${this.#model}: ${busy.map((step) => `${step.name} ${step.active}`).join(', ')}`
      : `Process ${this.#model}: no step is at work`;
  }
}
