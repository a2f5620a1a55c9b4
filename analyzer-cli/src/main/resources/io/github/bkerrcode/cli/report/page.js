'use strict';

/** What the analyzer wrote into the page. Times are seconds of the clock in the report's zone. */
const DATA = JSON.parse(document.getElementById('data').textContent);

/** What the reader has chosen. */
const state = {
  language: DATA.language,
  range: null,
  search: '',
  platform: '',
  listed: 'all',
  order: 'urgency',
  room: { changes: 50, codes: 100, unlisted: 50, problems: 50, inputs: 100 },
  open: new Set(),
};

const byId = (id) => document.getElementById(id);

/** A word of the page in the chosen language. */
function word(key, ...values) {
  const text = TEXTS[state.language][key];
  return typeof text === 'function' ? text(...values) : text;
}

/** A text of the catalog: one string for all languages, or one for each. */
function localized(text) {
  if (text === null || typeof text === 'string') {
    return text || '';
  }
  return text[state.language] || text.zh || text.en || '';
}

// Controls, marks that steer direction, and halves of characters; line feed and tab are let through.
const HARMFUL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

function picture(character) {
  const number = character.codePointAt(0);
  if (number < 0x20) {
    return String.fromCharCode(0x2400 + number);
  }
  return number === 0x7f ? '\u2421' : `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Text of others with every character visible that could do something instead of being shown. */
function shown(text) {
  return String(text).replace(HARMFUL, picture);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter((child) => child !== null).map((child) => (child instanceof Node ? child : document.createTextNode(shown(child)))));
  return node;
}

/** A new element; strings become text and nothing else. */
function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

const NUMBERS = new Intl.NumberFormat('en-US');

function number(value) {
  return NUMBERS.format(value);
}

function size(bytes) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** 2025-10-24 15:12:07 */
function fullTime(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** 10-24 15:12, with the year where the logs have more than one. */
function shortTime(seconds) {
  return fullTime(seconds).slice(MANY_YEARS ? 0 : 5, 16);
}

function timeSpan(first, last) {
  if (first === null) {
    return '';
  }
  const from = shortTime(first);
  const to = shortTime(last);
  const sameDay = fullTime(first).slice(0, 10) === fullTime(last).slice(0, 10);
  return from === to ? from : `${from} – ${sameDay ? fullTime(last).slice(11, 16) : to}`;
}

const MANY_YEARS =
  DATA.totals.first !== null && fullTime(DATA.totals.first).slice(0, 4) !== fullTime(DATA.totals.last).slice(0, 4);

function system(name) {
  return Object.hasOwn(DATA.systems, name) ? localized(DATA.systems[name]) : name;
}

const PLATFORMS = new Map(DATA.platforms.map((platform) => [platform.id, platform]));

function platformName(id) {
  const platform = PLATFORMS.get(id);
  return platform ? localized(platform.name) : id;
}

/** Shows the first so many of a list, and a button for the next ones, at its end or elsewhere. */
function limited(container, items, kind, render, redraw, end = container) {
  const room = state.room[kind];
  container.append(...items.slice(0, room).map(render));
  const rest = items.length - room;
  if (rest > 0) {
    const step = Math.min(rest, 200);
    const more = () => {
      state.room[kind] += step;
      redraw();
    };
    end.append(el('li', { class: 'more' }, el('button', { type: 'button', onclick: more }, word('more', number(step)))));
  }
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
  const before = button.textContent;
  button.textContent = word('copied');
  setTimeout(() => {
    button.textContent = before;
  }, 1500);
}

/** Where the page may not write to the clipboard by itself. */
function copyBySelection(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'skip';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
