// How structures are drawn by their origin. The colours are those that Okabe and Ito chose so that
// colour-blind people can tell them apart; each has a shape of its own as well.

export const ORIGINS = {
  carriedOver: { label: 'carried over', light: '#9a9a9a', dark: '#8c8c8c', symbol: 'rect', hollow: true },
  random: { label: 'random', light: '#009e73', dark: '#2fc79b', symbol: 'circle' },
  symmetricRandom: { label: 'symmetric random', light: '#56b4e9', dark: '#7cc8f2', symbol: 'diamond' },
  cutAndSplice: { label: 'cut and splice', light: '#0072b2', dark: '#4aa3dc', symbol: 'triangle' },
  strain: { label: 'strain', light: '#d55e00', dark: '#f08a3c', symbol: 'path://M0,0L10,0L5,9Z' },
  softMutation: { label: 'soft mutation', light: '#c28a00', dark: '#e6b422', symbol: 'path://M2,0L8,0L10,8L0,8Z' },
  permutation: { label: 'permutation', light: '#b0568b', dark: '#e08abf', symbol: 'rect' },
  injected: { label: 'injected', light: '#111111', dark: '#ffffff', symbol: 'path://M5,0L6.5,3.5L10,4L7.5,6.5L8,10L5,8L2,10L2.5,6.5L0,4L3.5,3.5Z' },
  discarded: { label: 'discarded', light: '#111111', dark: '#eeeeee', symbol: 'path://M1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5L0,1Z' },
};

// In the order of the enumeration on the server.
const KEYS = {
  RANDOM: 'random',
  SYMMETRIC_RANDOM: 'symmetricRandom',
  CARRIED_OVER: 'carriedOver',
  CUT_AND_SPLICE: 'cutAndSplice',
  STRAIN: 'strain',
  SOFT_MUTATION: 'softMutation',
  PERMUTATION: 'permutation',
  INJECTED: 'injected',
};

/** The origin that a point of the diagram is drawn as. */
export function originOf(point) {
  return point.discarded ? 'discarded' : KEYS[point.operator];
}

/** An origin in words. */
export function originLabel(key) {
  return ORIGINS[key] ? ORIGINS[key].label : key;
}
