'use strict';

const CODES = new Map(DATA.codes.map((code) => [code.code, code]));

/** The codes to look at first, with what to do. */
function drawNext() {
  byId('next-section').hidden = DATA.next === 0;
  byId('next').replaceChildren(...DATA.codes.slice(0, DATA.next).map(nextItem));
}

function nextItem(code) {
  const blames = [...new Set(code.entries.map(blamed).filter(Boolean))];
  return el(
    'li',
    null,
    el(
      'div',
      { class: 'head' },
      codeButton(code.code),
      code.stillOccurs ? el('span', { class: 'tag ongoing' }, word('stillOccurs')) : null,
    ),
    el('p', { class: 'muted' }, el('bdi', null, platformName(code.platform))),
    el('p', { class: 'muted' }, [word('times', number(code.detections)), timeSpan(code.first, code.last)].filter(Boolean).join(' · ')),
    el('p', { class: 'meaning' }, code.listed ? meanings(code).join(' / ') : word('notListed')),
    blames.length > 0 ? el('p', { class: 'muted' }, el('bdi', null, blames.join(' · '))) : null,
    nextAdvice(code),
  );
}

function nextAdvice(code) {
  if (advice(code)) {
    return el('p', { class: 'step' }, `→ ${advice(code)}`);
  }
  return el('p', { class: 'step' }, el('bdi', null, word('nextPlace', `${code.sample.file}:${code.sample.line}`)));
}

/** A code that leads to everything known of it, if the logs have it. */
function codeButton(token) {
  return CODES.has(token)
    ? el('button', { type: 'button', class: 'token link-like', onclick: () => showCode(token) }, token)
    : el('span', { class: 'token' }, token);
}

function showCode(token) {
  state.platform = '';
  state.listed = 'all';
  byId('listed').value = 'all';
  state.open.add(token);
  searchFor(token);
  drawTimeline();
}

function drawComparison() {
  const { comparison } = DATA;
  byId('comparison-section').hidden = comparison === null;
  if (comparison === null) {
    return;
  }
  byId('baseline').replaceChildren(el('bdi', null, comparison.baseline));
  if (comparison.changes.length === 0) {
    byId('comparison').replaceChildren(el('p', { class: 'none' }, word('noChange')));
    return;
  }
  const head = el(
    'tr',
    null,
    ...['change', 'code', 'count', 'meaning'].map((key) => el('th', { class: key === 'count' ? 'number' : null }, word(key))),
  );
  const body = el('tbody');
  const end = el('ul', { class: 'problems' });
  limited(body, comparison.changes, 'changes', changeRow, drawComparison, end);
  byId('comparison').replaceChildren(el('table', { class: 'changes' }, el('thead', null, head), body), end);
}

function changeRow(change) {
  const counts = change.before === null ? number(change.now) : `${number(change.before)} → ${number(change.now)}`;
  return el(
    'tr',
    null,
    el('td', null, el('span', { class: change.worse ? 'tag ongoing' : 'tag' }, localized(change.kind))),
    el('td', null, codeButton(change.code)),
    el('td', { class: 'number' }, change.factor === null ? counts : `${counts} (×${change.factor})`),
    el('td', null, localized(change.meaning)),
  );
}
