// The energy–fitness diagram: every structure that relaxed, one strip per generation, within a
// strip in the order of ranking; horizontal lines are the phases found.

import { ORIGINS, originOf } from './origins.js';
import { fixed, spaceGroupText } from './format.js';
import { onTheme } from './frame.js';

const LABELLED = 12;
const SHOWN_SHARE = 0.9;
const MANY = 3000;
const LABEL_HEIGHT = 14;

/** Where a point stands: strips are one wide. */
function place(points) {
  const sizes = new Map();
  points.forEach((p) => sizes.set(p.generation, Math.max(sizes.get(p.generation) || 0, p.position + 1)));
  return points.map((p) => [
    p.generation + (p.position + 0.5) / sizes.get(p.generation),
    p.energyPerFormula,
    p.structure,
    p.generation,
  ]);
}

export class EnergyFitnessDiagram {
  #chart;
  #container;
  #ranked = [];
  #running = [];
  #phases = [];
  #dark = false;
  #due = 0;
  #window = null;

  /** @param open what a click on a structure does with its id */
  constructor(container, open) {
    this.#container = container;
    this.#chart = echarts.init(container, null, { renderer: 'canvas' });
    this.#chart.on('click', (event) => event.data && event.data.length > 2 && open(event.data[2]));
    new ResizeObserver(() => this.#chart.resize()).observe(container);
    onTheme((dark) => {
      this.#dark = dark;
      this.#draw();
    });
  }

  /** Ranked points: they replace those of their generations. */
  addRanked(points) {
    const generations = new Set(points.map((p) => p.generation));
    this.#ranked = this.#ranked.filter((p) => !generations.has(p.generation)).concat(points);
    this.#draw();
  }

  /** The points of the generation under way. */
  setRunning(points) {
    this.#running = points;
    this.#draw();
  }

  /** The unique structures, lowest energy first. */
  setPhases(rows) {
    this.#phases = rows.slice(0, LABELLED);
    this.#draw();
  }

  /** How many points there are; the picture in words is made of it. */
  get size() {
    return this.#points().length;
  }

  #points() {
    const ranked = new Set(this.#ranked.map((p) => p.generation));
    return this.#ranked.concat(this.#running.filter((p) => !ranked.has(p.generation)));
  }

  /** At most one drawing per frame, however fast news come. */
  #draw() {
    if (!this.#due) {
      this.#due = requestAnimationFrame(() => {
        this.#due = 0;
        this.#chart.setOption(this.#option(), { replaceMerge: ['series'] });
        this.#describe();
      });
    }
  }

  #describe() {
    const points = this.#points();
    const generations = new Set(points.map((p) => p.generation)).size;
    const best = this.#phases[0];
    this.#container.setAttribute(
      'aria-label',
      `Energy–fitness diagram: ${points.length} structures in ${generations} generations` +
        (best ? `; lowest ${best.phase || spaceGroupText(best.spaceGroup)} at ${fixed(best.energyPerFormula, 4)} eV per formula unit` : '') +
        '. The table of structures below has the same figures.',
    );
    this.#container.dataset.points = points.length;
  }

  /** Energies from the lowest to that below which nine tenths lie. */
  #energyWindow(points) {
    const energies = points.map((p) => p.energyPerFormula).sort((a, b) => a - b);
    if (!energies.length) {
      return [0, 1];
    }
    const lowest = energies[0];
    const top = energies[Math.min(energies.length - 1, Math.floor(SHOWN_SHARE * energies.length))];
    const span = Math.max(top - lowest, 0.05);
    return [lowest - 0.06 * span, top + 0.04 * span];
  }

  #option() {
    const points = this.#points();
    const generations = points.reduce((most, p) => Math.max(most, p.generation + 1), 1);
    const [bottom, top] = this.#energyWindow(points);
    const ink = this.#dark ? '#e8edf0' : '#1d2b33';
    const quiet = this.#dark ? '#98a6ae' : '#5c6b73';
    const line = this.#dark ? '#34424a' : '#d8dfe3';
    const moved = this.#window !== null && (this.#window.bottom !== bottom || this.#window.top !== top);
    const first = this.#window === null;
    this.#window = { bottom, top };
    return {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { color: ink, fontFamily: 'system-ui, sans-serif' },
      aria: { enabled: false },
      grid: { left: 76, right: 200, top: 56, bottom: 64 },
      legend: { data: Object.values(ORIGINS).map((origin) => origin.label), top: 0, left: 0, type: 'scroll', textStyle: { color: ink }, pageTextStyle: { color: ink }, itemWidth: 12, itemHeight: 12 },
      tooltip: {
        renderMode: 'richText',
        backgroundColor: this.#dark ? '#24313a' : '#ffffff',
        borderColor: line,
        textStyle: { color: ink },
        formatter: (item) => this.#tip(item),
      },
      toolbox: { right: 0, top: 0, iconStyle: { borderColor: quiet }, feature: { dataZoom: { title: { zoom: 'Zoom', back: 'Zoom back' } }, restore: { title: 'Whole' }, saveAsImage: { title: 'Save as PNG', name: 'energy-fitness', backgroundColor: this.#dark ? '#182229' : '#ffffff' } } },
      xAxis: {
        type: 'value', min: 0, max: generations, interval: Math.max(1, Math.ceil(generations / 20)),
        name: 'generation (within each: order of ranking)', nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: quiet }, axisLabel: { color: quiet }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value', scale: true, name: 'energy per formula unit (eV)', nameLocation: 'middle', nameGap: 58,
        nameTextStyle: { color: quiet }, axisLabel: { color: quiet, formatter: (v) => fixed(v, top - bottom > 1 ? 1 : 2) }, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: line } },
      },
      dataZoom: [
        { type: 'inside', xAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'ctrl' },
        { type: 'inside', yAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'shift', ...(first || moved ? { startValue: bottom, endValue: top } : {}) },
      ],
      series: [...this.#series(points), this.#phaseLines(generations, quiet, ink)],
    };
  }

  #series(points) {
    const byOrigin = new Map(Object.keys(ORIGINS).map((key) => [key, []]));
    place(points).forEach((placed, i) => byOrigin.get(originOf(points[i])).push(placed));
    const many = points.length > MANY;
    return [...byOrigin]
      .filter(([, data]) => data.length)
      .map(([key, data]) => ({
        type: 'scatter',
        name: ORIGINS[key].label,
        symbol: ORIGINS[key].symbol,
        symbolSize: many ? 5 : 9,
        itemStyle: this.#look(ORIGINS[key], many),
        large: many,
        largeThreshold: MANY,
        data,
      }));
  }

  #look({ light, dark, hollow }, many) {
    const color = this.#dark ? dark : light;
    return hollow && !many ? { color: 'transparent', borderColor: color, borderWidth: 1.5 } : { color };
  }

  #phaseLines(generations, quiet, ink) {
    return {
      type: 'scatter',
      name: 'phases',
      silent: true,
      symbolSize: 0,
      data: this.#phases.map((row) => [generations, row.energyPerFormula]),
      label: {
        show: true, position: 'right', color: ink, fontSize: 11, distance: 8,
        formatter: ({ dataIndex }) => this.#phaseText(this.#phases[dataIndex]),
      },
      labelLayout: ({ dataIndex }) => ({ y: this.#labelPlaces()[dataIndex] }),
      labelLine: { show: true, lineStyle: { color: quiet }, length2: 4 },
      markLine: {
        silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: quiet, type: 'solid', width: 0.7, opacity: 0.6 },
        data: this.#phases.map((row) => ({ yAxis: row.energyPerFormula })),
      },
    };
  }

  /** Heights of the labels in pixels: at their lines where there is room, else just above. */
  #labelPlaces() {
    let above = Infinity;
    return this.#phases.map((row) => {
      above = Math.min(this.#chart.convertToPixel({ yAxisIndex: 0 }, row.energyPerFormula), above - LABEL_HEIGHT);
      return above;
    });
  }

  #phaseText(row) {
    return `${row.phase ? `${row.phase}  ` : ''}${spaceGroupText(row.spaceGroup)}  ${fixed(row.energyPerFormula, 3)}`;
  }

  #tip({ data, seriesName }) {
    return `${data[2]}\n${seriesName}, generation ${data[3]}\n${fixed(data[1], 4)} eV per formula unit`;
  }
}
