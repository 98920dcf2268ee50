// What a server tells of a search while it happens.

import { searchPath } from './api.js';

/**
 * Listens to a search. A browser that loses the connection connects again by itself and says what
 * it was told last, so that nothing is missed and nothing comes twice.
 *
 * @param position first generation and last event that this page has
 * @param listeners by name of the event; `connection` is told whether there is one
 */
export function watch(name, position, listeners) {
  const address = `${searchPath(name, 'live')}?generation=${position.generation}&event=${position.event}`;
  const source = new EventSource(address);
  for (const [event, listener] of Object.entries(listeners)) {
    if (event !== 'connection') {
      source.addEventListener(event, (message) => listener(JSON.parse(message.data)));
    }
  }
  source.addEventListener('open', () => listeners.connection(true));
  source.addEventListener('error', () => listeners.connection(false));
  addEventListener('pagehide', () => source.close());
  return source;
}
