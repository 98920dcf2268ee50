// Where a structure comes from: its parents, their parents, back to random ones.

import { onTheme } from './frame.js';
import { ORIGINS, originLabel } from './origins.js';

const ROW = 74;

/** Generation in an id such as g012s03. */
function generation(id) {
  return Number((/^g(\d+)s/.exec(id) || [0, 0])[1]);
}

/** Draws the ancestors of a story; a click opens one. */
export function ancestorsGraph(container, story, open) {
  const made = { [story.structure]: story.origin, ...story.ancestors };
  const ids = Object.keys(made);
  const rows = [...new Set(ids.map(generation))].sort((a, b) => b - a);
  container.style.height = `${Math.max(140, ROW * rows.length + 50)}px`;
  const chart = echarts.init(container);
  new ResizeObserver(() => chart.resize()).observe(container);
  chart.on('click', (event) => event.dataType === 'node' && event.name !== story.structure && open(event.name));
  const places = new Map();
  rows.forEach((row, y) => {
    const members = ids.filter((id) => generation(id) === row).sort();
    members.forEach((id, i) => places.set(id, [100 * (i + 1) / (members.length + 1), y * ROW]));
  });
  onTheme((dark) => chart.setOption(option(story, made, places, dark)));
  container.setAttribute('role', 'img');
  container.setAttribute('aria-label', `${ids.length - 1} ancestors of ${story.structure}; the list below has them`);
}

function option(story, made, places, dark) {
  const ink = dark ? '#e8edf0' : '#1d2b33';
  return {
    animation: false,
    tooltip: { renderMode: 'richText', backgroundColor: dark ? '#24313a' : '#ffffff', textStyle: { color: ink }, formatter: ({ dataType, name }) => (dataType === 'node' ? `${name}\n${originLabel(made[name].operator)}` : '') },
    series: [{
      type: 'graph', layout: 'none', roam: false, left: 60, right: 60, top: 20, bottom: 36, symbolSize: 18,
      edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
      lineStyle: { color: dark ? '#98a6ae' : '#5c6b73', width: 1.2 },
      data: [...places].map(([id, [x, y]]) => {
        const look = ORIGINS[made[id].operator] || ORIGINS.random;
        return { name: id, x: x * 4, y, symbol: look.symbol, itemStyle: { color: dark ? look.dark : look.light, borderColor: id === story.structure ? ink : 'transparent', borderWidth: 2 }, label: { show: true, position: 'bottom', color: ink, formatter: `${id}\n${originLabel(made[id].operator)}`, fontSize: 11 } };
      }),
      links: Object.entries(made).flatMap(([id, origin]) => origin.parents.map((parent) => ({ source: parent, target: id }))),
    }],
  };
}
