// Energy and largest force over the ionic steps of an attempt.

import { fixed } from './format.js';
import { onTheme } from './frame.js';

/** An energy changes so much only where the next stage goes on with another potential. */
const JUMP = 0.05;
const FIRST_STEPS = 3;

/** Where the last stage begins, as an index of the steps. */
function lastStage(steps) {
  // Within a stage the first steps may fall as much, but only there.
  for (let i = steps.length - 1; i > FIRST_STEPS; i--) {
    if (Math.abs(steps[i].energy - steps[i - 1].energy) > JUMP * Math.abs(steps[i].energy)) {
      return i;
    }
  }
  return 0;
}

/** Draws the steps of an attempt into a container. */
export function stepsChart(container, steps) {
  const chart = echarts.init(container);
  new ResizeObserver(() => chart.resize()).observe(container);
  onTheme((dark) => chart.setOption(option(steps, dark)));
  const last = steps[steps.length - 1];
  container.setAttribute('role', 'img');
  container.setAttribute(
    'aria-label',
    `${steps.length} ionic steps: energy from ${fixed(steps[0].energy, 4)} to ${fixed(last.energy, 4)} eV`,
  );
}

function option(steps, dark) {
  const ink = dark ? '#e8edf0' : '#1d2b33';
  const quiet = dark ? '#98a6ae' : '#5c6b73';
  const line = dark ? '#34424a' : '#d8dfe3';
  const energy = dark ? '#4aa3dc' : '#0072b2';
  const force = dark ? '#f08a3c' : '#d55e00';
  const change = lastStage(steps);
  const last = steps.slice(change).map((step) => step.energy);
  const margin = 0.08 * Math.max(Math.max(...last) - Math.min(...last), 1e-3);
  const axis = { nameTextStyle: { color: quiet }, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } };
  return {
    animation: false,
    textStyle: { color: ink },
    grid: { left: 84, right: 72, top: 34, bottom: 44 },
    legend: { top: 0, textStyle: { color: ink } },
    tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: dark ? '#24313a' : '#ffffff', textStyle: { color: ink } },
    xAxis: { ...axis, type: 'value', name: 'ionic step', nameLocation: 'middle', nameGap: 26, minInterval: 1 },
    yAxis: [
      { ...axis, type: 'value', scale: true, name: 'energy of the cell (eV)', ...(change ? { min: Math.min(...last) - margin, max: Math.max(...last) + margin } : {}), axisLabel: { color: quiet, formatter: (v) => fixed(v, Math.max(...last) - Math.min(...last) > 1 ? 1 : 3) } },
      { ...axis, type: 'log', name: 'largest force (eV/Å)', splitLine: { show: false } },
    ],
    series: [
      { name: 'energy', type: 'line', showSymbol: steps.length < 60, symbol: 'circle', itemStyle: { color: energy }, clip: true, data: steps.map((step) => [step.number, step.energy]), markLine: { silent: true, symbol: 'none', lineStyle: { color: quiet }, label: { color: ink, formatter: 'another potential goes on' }, data: change ? [{ xAxis: steps[change].number }] : [] } },
      { name: 'largest force', type: 'line', yAxisIndex: 1, showSymbol: steps.length < 60, symbol: 'diamond', lineStyle: { type: 'dashed' }, itemStyle: { color: force }, data: steps.filter((step) => step.maxForce > 0).map((step) => [step.number, step.maxForce]) },
    ],
  };
}
