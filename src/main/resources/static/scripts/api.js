// Requests to the server that sent this page.

/** An answer that is a refusal; `problem` is what the server said. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.message || `the server answered ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

async function answer(response) {
  if (response.redirected && new URL(response.url).pathname === '/login') {
    location.assign('/login');
  }
  const text = await response.text();
  const isJson = (response.headers.get('content-type') || '').includes('json');
  const content = isJson && text ? JSON.parse(text) : text;
  if (!response.ok) {
    if (response.status === 401) {
      location.assign('/login');
    }
    throw new Refusal(response.status, isJson ? content : {});
  }
  return content;
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch {
    throw new Refusal(0, { message: 'The server does not answer. Is it running?' });
  }
  return answer(response);
}

export function get(path) {
  return request(path, {});
}

let session;

/** Who has signed on. */
export function currentSession() {
  session ??= get('/api/session');
  return session;
}

export async function post(path, body) {
  const { header, token } = await currentSession();
  return request(path, {
    method: 'POST',
    headers: { [header]: token, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Address of a search's resource. */
export function searchPath(name, ...rest) {
  return ['/api/searches', name, ...rest].map((part, i) => (i ? encodeURIComponent(part) : part)).join('/');
}

/** Address of the page of a search, or of one of its structures. */
export function pagePath(name, structure) {
  const page = `/searches/${encodeURIComponent(name)}`;
  return structure === undefined ? page : `${page}/structures/${encodeURIComponent(structure)}`;
}

/** The parts of this page's address, decoded. */
export function addressParts() {
  return location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
}
