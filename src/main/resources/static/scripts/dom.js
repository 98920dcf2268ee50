// Elements without markup in texts: whatever a search holds is shown, never run.

/** An element with attributes (functions listen to events) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

/** The element of an id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts other children into an element. */
export function fill(target, ...children) {
  target.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
}

/** Says something where it is read aloud as well; an empty text says nothing any more. */
export function say(target, text, kind = 'note') {
  target.className = text ? `message ${kind}` : 'message';
  target.setAttribute('role', kind === 'problem' ? 'alert' : 'status');
  target.textContent = text;
}

/** A list of terms and what they are. */
export function definitions(entries) {
  return element('dl', {}, entries.map(([term, what]) => element('div', {}, element('dt', {}, term), element('dd', {}, what))));
}

/** Runs an action of a button: the button rests meanwhile, a refusal is said. */
export async function act(button, target, action) {
  button.disabled = true;
  try {
    say(target, '');
    await action();
  } catch (failure) {
    say(target, failure.message, 'problem');
  } finally {
    button.disabled = false;
  }
}
