// search.yaml as text: its top keys can be read and set without touching the rest.

function line(key) {
  return new RegExp(`^${key}:[ \\t]*([^#\\n]*?)[ \\t]*(#.*)?$`, 'm');
}

/** The value of a top key; empty if it is not there. */
export function valueOf(text, key) {
  const found = line(key).exec(text);
  return found ? found[1] : '';
}

/** The text with another value; an empty one takes the key away. */
export function withValue(text, key, value) {
  const found = line(key).exec(text);
  if (!found) {
    return value ? `${key}: ${value}\n${text}` : text;
  }
  if (!value) {
    return text.replace(new RegExp(`^${key}:.*\\n?`, 'm'), '');
  }
  return text.replace(line(key), () => `${key}: ${value}${found[2] ? ` ${found[2]}` : ''}`);
}
