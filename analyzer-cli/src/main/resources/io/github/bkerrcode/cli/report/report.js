'use strict';

function drawWords() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-text]')) {
    node.textContent = word(node.dataset.text);
  }
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', word(node.dataset.label));
    if (node.matches('button')) {
      node.setAttribute('title', word(node.dataset.label));
    }
  }
  for (const node of document.querySelectorAll('[data-placeholder]')) {
    node.setAttribute('placeholder', word(node.dataset.placeholder));
  }
  for (const language of ['zh', 'en']) {
    byId(`language-${language}`).setAttribute('aria-pressed', String(state.language === language));
  }
  document.title = `${word('title')} · bk-errcode`;
  byId('footer').textContent = word('footer');
}

function drawTotals() {
  const { totals, codes } = DATA;
  byId('span').textContent =
    totals.first === null
      ? word('noTimes')
      : `${fullTime(totals.first)} – ${fullTime(totals.last)} · ${word('zone', shown(DATA.zone))}`;
  const unlisted = codes.filter((code) => !code.listed).length;
  const tile = (key, value) => el('div', null, el('dt', null, word(key)), el('dd', null, number(value)));
  byId('totals').replaceChildren(
    tile('detections', totals.detections),
    tile('linesWithCodes', totals.linesWithCodes),
    tile('listedCodes', codes.length - unlisted),
    tile('unlistedCodes', unlisted),
    tile('lines', totals.lines),
    tile('files', totals.files),
  );
}

function drawNotice() {
  const missing = DATA.problems.filter((problem) => problem.incomplete).length;
  const notice = byId('notice');
  notice.hidden = missing === 0;
  notice.replaceChildren(word('incomplete', number(missing)), ' ', el('a', { href: '#problems-section' }, word('seeProblems')));
}

function drawProblems() {
  byId('problems-section').hidden = DATA.problems.length === 0;
  byId('problems').replaceChildren();
  limited(byId('problems'), DATA.problems, 'problems', problemItem, drawProblems);
}

function problemItem(problem) {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return el(
    'li',
    null,
    el('bdi', null, el('code', null, place)),
    ' ',
    el('bdi', null, localized(problem.message)),
    problem.incomplete ? el('span', { class: 'tag ongoing' }, word('partMissing')) : null,
  );
}

const INPUT_COLUMNS = [
  ['bytes', (input) => size(input.bytes), 'number optional'],
  ['lines', (input) => number(input.lines), 'number optional'],
  ['linesWithCodes', (input) => number(input.linesWithCodes), 'number optional'],
  ['detections', (input) => number(input.detections), 'number'],
];

function drawInputs() {
  byId('inputs-count').textContent = number(DATA.inputs.length);
  const body = el('tbody');
  const end = el('ul', { class: 'problems' });
  const busiestFirst = [...DATA.inputs].sort((a, b) => b.detections - a.detections);
  limited(body, busiestFirst, 'inputs', inputRow, drawInputs, end);
  const head = el(
    'tr',
    null,
    el('th', null, word('file')),
    ...INPUT_COLUMNS.map(([key, , name]) => el('th', { class: name }, word(key))),
  );
  byId('inputs-table').replaceChildren(el('table', null, el('thead', null, head), body), end);
}

function inputRow(input) {
  return el(
    'tr',
    null,
    el('td', null, el('code', null, input.file)),
    ...INPUT_COLUMNS.map(([, value, name]) => el('td', { class: name }, value(input))),
  );
}

function draw() {
  drawWords();
  drawTotals();
  drawNotice();
  drawNext();
  drawComparison();
  drawTimeline();
  drawBlame();
  drawFilters();
  drawCodes();
  drawProblems();
  drawInputs();
}

function speak(language) {
  state.language = language;
  draw();
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : DARK.matches;
}

function drawTheme() {
  byId('theme').setAttribute('aria-pressed', String(isDark()));
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  drawTheme();
}

/** On paper nothing can be opened any more. */
function openAll() {
  for (const details of document.querySelectorAll('details.code:not([open]), details.as-table:not([open])')) {
    details.dataset.opened = '';
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  }
}

function closeOpened() {
  for (const details of document.querySelectorAll('details[data-opened]')) {
    delete details.dataset.opened;
    details.open = false;
  }
}

function onKey(event) {
  const typing = event.target.matches('input, select, textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    byId('search').focus();
  }
}

function onResize() {
  drawTimeline();
  drawBlame();
}

function start() {
  startTimeline();
  startCodes();
  byId('language-zh').addEventListener('click', () => speak('zh'));
  byId('language-en').addEventListener('click', () => speak('en'));
  byId('theme').addEventListener('click', switchTheme);
  byId('print').addEventListener('click', () => window.print());
  DARK.addEventListener('change', drawTheme);
  document.addEventListener('keydown', onKey);
  window.addEventListener('resize', onResize);
  window.addEventListener('beforeprint', openAll);
  window.addEventListener('afterprint', closeOpened);
  drawTheme();
  draw();
}

start();
