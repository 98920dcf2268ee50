// What all pages have around them: where one can go, light or dark, and the way out.

import { currentSession } from './api.js';
import { element } from './dom.js';

const KEY = 'coesite-theme';

function isDark() {
  return document.documentElement.dataset.theme === 'dark';
}

const listeners = [];

/** Tells which colours hold, now and after each change. */
export function onTheme(listener) {
  listeners.push(listener);
  listener(isDark());
}

function applyTheme() {
  const chosen = localStorage.getItem(KEY);
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  listeners.forEach((listener) => listener(dark));
}

function themeButton() {
  const button = element('button', {
    type: 'button',
    class: 'plain',
    click: () => {
      localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
      applyTheme();
    },
  });
  onTheme((dark) => {
    button.textContent = dark ? 'Light' : 'Dark';
    button.setAttribute('aria-label', dark ? 'Use light colours' : 'Use dark colours');
  });
  return button;
}

function link(address, text) {
  const here = location.pathname === address;
  return element('a', { href: address, 'aria-current': here ? 'page' : null }, text);
}

async function signOutForm() {
  const { person, token } = await currentSession();
  return element(
    'form',
    { method: 'post', action: '/logout' },
    element('input', { type: 'hidden', name: '_csrf', value: token }),
    element('button', { class: 'plain' }, `Sign out ${person}`),
  );
}

async function frame() {
  applyTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme);
  const header = element(
    'header',
    { class: 'frame' },
    element('a', { class: 'skip', href: '#main' }, 'Skip to content'),
    element('a', { class: 'brand', href: '/' }, 'Coesite'),
    element(
      'nav',
      { 'aria-label': 'Main' },
      link('/', 'Searches'),
      link('/start', 'Start'),
      link('/programs', 'For programs'),
      link('/camunda/app/cockpit/default/', 'Processes'),
      link('/camunda/app/tasklist/default/', 'Tasks'),
      link('/camunda/app/admin/default/', 'Users'),
    ),
    themeButton(),
  );
  document.body.prepend(header);
  header.append(await signOutForm());
}

frame();
