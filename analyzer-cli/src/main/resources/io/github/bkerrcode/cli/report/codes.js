'use strict';

const MOST = d3.max(DATA.codes, (code) => code.detections) || 1;

// Which code is more urgent than which is told by the order in which they come.
const RANKS = new Map(DATA.codes.map((code, rank) => [code, rank]));
const byToken = (a, b) => (a.code < b.code ? -1 : 1);
const byCount = (a, b) => b.detections - a.detections || byToken(a, b);

const ORDERS = {
  urgency: (a, b) => RANKS.get(a) - RANKS.get(b),
  count: byCount,
  latest: (a, b) => (b.last === null ? -Infinity : b.last) - (a.last === null ? -Infinity : a.last) || byCount(a, b),
  code: byToken,
};

/** Everything that can be searched for, in all languages. */
function searchable(code) {
  const texts = (text) => (text === null ? [] : typeof text === 'string' ? [text] : Object.values(text));
  const names = [code.platform, ...texts(PLATFORMS.get(code.platform)?.name ?? null), ...texts(code.module)];
  const entries = code.entries.flatMap((entry) => [
    ...texts(entry.meaning),
    ...entry.remediation.flatMap(texts),
    entry.flag,
    entry.source,
    entry.target,
    ...Object.values(Object.hasOwn(DATA.systems, entry.target) ? DATA.systems[entry.target] : {}),
  ]);
  return [code.code, ...names, ...entries, code.sample.file, code.sample.text].filter(Boolean).join('\n').toLowerCase();
}

const HAYSTACKS = new Map(DATA.codes.map((code) => [code, searchable(code)]));

function matching() {
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  return DATA.codes
    .filter((code) => state.platform === '' || code.platform === state.platform)
    .filter((code) => state.listed === 'all' || code.listed === (state.listed === 'listed'))
    .filter((code) => words.every((part) => HAYSTACKS.get(code).includes(part)))
    .sort(ORDERS[state.order]);
}

function drawCodes() {
  byId('platform').value = state.platform;
  const codes = matching();
  const listed = codes.filter((code) => code.listed);
  const unlisted = codes.filter((code) => !code.listed);
  byId('matches').textContent = word('matches', number(codes.length), number(DATA.codes.length));
  byId('codes').replaceChildren();
  byId('unlisted').replaceChildren();
  limited(byId('codes'), listed, 'codes', codeItem, drawCodes);
  limited(byId('unlisted'), unlisted, 'unlisted', codeItem, drawCodes);
  if (listed.length === 0) {
    byId('codes').append(el('li', { class: 'none' }, word(DATA.codes.length === 0 ? 'noCodes' : 'noMatch')));
  }
  byId('unlisted-section').hidden = unlisted.length === 0;
}

function codeItem(code) {
  const details = el('details', { class: 'code', open: state.open.has(code.code) }, codeSummary(code));
  const show = () => {
    if (details.open && details.children.length === 1) {
      details.append(codeDetail(code));
    }
    state.open[details.open ? 'add' : 'delete'](code.code);
  };
  details.addEventListener('toggle', show);
  if (details.open) {
    show();
  }
  return el('li', null, details);
}

function codeSummary(code) {
  return el(
    'summary',
    null,
    el('span', { class: 'count-cell' }, number(code.detections), share(code.detections)),
    el(
      'span',
      { class: 'what' },
      el(
        'span',
        { class: 'head' },
        el('span', { class: 'token' }, code.code),
        el('bdi', { class: 'tag' }, platformName(code.platform)),
        code.stillOccurs ? el('span', { class: 'tag ongoing' }, word('stillOccurs')) : null,
      ),
      el('span', { class: 'meaning' }, code.listed ? meanings(code).join(' / ') : word('notListed')),
      advice(code) ? el('span', { class: 'advice' }, `→ ${advice(code)}`) : null,
    ),
    el('span', { class: 'when' }, timeSpan(code.first, code.last)),
  );
}

/** A bar as long as the code's share of the most frequent one. */
function share(detections) {
  return svg(
    'svg',
    { class: 'share', viewBox: '0 0 100 5', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: 100, height: 5 }),
    svg('rect', { width: Math.max(2, (detections / MOST) * 100), height: 5 }),
  );
}

function meanings(code) {
  return [...new Set(code.entries.map((entry) => localized(entry.meaning)))];
}

/** The first step of the first entry that has one. */
function advice(code) {
  const entry = code.entries.find((candidate) => candidate.remediation.length > 0);
  return entry ? localized(entry.remediation[0]) : '';
}

function codeDetail(code) {
  return el(
    'div',
    { class: 'detail' },
    ...code.entries.flatMap((entry) => entryDetail(entry, code.entries.length > 1)),
    facts([...(code.entries.length === 1 ? entryFacts(code.entries[0]) : []), ...codeFacts(code)]),
    sampleDetail(code),
  );
}

function entryDetail(entry, oneOfSeveral) {
  const title = oneOfSeveral ? `${word('remediation')} · ${localized(entry.meaning)}` : word('remediation');
  return [el('h3', null, title), remediation(entry), oneOfSeveral ? facts(entryFacts(entry)) : null].filter(Boolean);
}

function remediation(entry) {
  if (entry.remediation.length === 0) {
    return el('p', { class: 'muted' }, word('noRemediation'));
  }
  if (entry.remediation.length === 1) {
    return el('p', null, localized(entry.remediation[0]));
  }
  return el('ol', null, ...entry.remediation.map((step) => el('li', null, localized(step))));
}

function entryFacts(entry) {
  return [
    ['flag', entry.flag],
    ['httpStatus', entry.httpStatus],
    ['blames', blamed(entry)],
    ['document', entry.document],
  ];
}

/** Nothing where a system blames itself, which says nothing. */
function blamed(entry) {
  return entry.source && entry.target && entry.source !== entry.target
    ? `${system(entry.source)} → ${system(entry.target)}${entry.derived ? ` (${word('derived')})` : ''}`
    : null;
}

function codeFacts(code) {
  return [
    ['module', localized(code.module)],
    ['lineCount', number(code.lines)],
    ['firstSeen', code.first === null ? null : fullTime(code.first)],
    ['lastSeen', code.last === null ? null : fullTime(code.last)],
  ];
}

function facts(pairs) {
  const known = pairs.filter(([, value]) => value);
  return el('dl', { class: 'facts' }, ...known.map(([key, value]) => el('div', null, el('dt', null, word(key)), el('dd', null, value))));
}

function sampleDetail(code) {
  const { file, line, text } = code.sample;
  const place = `${shown(file)}:${line}`;
  const copying = (value) => (event) => copy(value, event.currentTarget);
  return el(
    'details',
    { class: 'sample', open: true },
    el('summary', null, `${word('sample')} · `, el('bdi', null, el('code', null, place))),
    el('pre', { dir: 'ltr' }, ...marked(text, code.code)),
    el(
      'div',
      { class: 'sample-foot' },
      el('button', { type: 'button', class: 'copy-place', onclick: copying(place) }, word('copyPlace')),
      el('button', { type: 'button', class: 'copy-line', onclick: copying(shown(text)) }, word('copyLine')),
    ),
  );
}

/** The text with the code marked wherever it stands. */
function marked(text, token) {
  return text.split(token).flatMap((part, index) => (index === 0 ? [part] : [el('mark', null, token), part]));
}

function options(select, choices) {
  const before = select.value;
  select.replaceChildren(...choices.map(([value, text]) => el('option', { value }, text)));
  select.value = choices.some(([value]) => value === before) ? before : choices[0][0];
}

function optionText(platform) {
  const name = shown(localized(platform.name)).slice(0, 60);
  return `${name}${sameName(platform) ? ` ${platform.id}` : ''} (${number(platform.detections)})`;
}

function drawFilters() {
  options(byId('platform'), [
    ['', word('allPlatforms')],
    ...DATA.platforms.map((platform) => [platform.id, optionText(platform)]),
  ]);
  options(byId('listed'), [
    ['all', word('all')],
    ['listed', word('onlyListed')],
    ['unlisted', word('onlyUnlisted')],
  ]);
  options(byId('order'), [
    ['urgency', word('byUrgency')],
    ['count', word('byCount')],
    ['latest', word('byLatest')],
    ['code', word('byCode')],
  ]);
}

function searchFor(text) {
  state.search = text;
  byId('search').value = text;
  drawCodes();
  byId('codes-section').scrollIntoView();
}

function startCodes() {
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  byId('search').addEventListener('input', (event) => {
    state.search = event.target.value;
    drawCodes();
  });
  byId('platform').addEventListener('change', (event) => {
    state.platform = event.target.value;
    drawTimeline();
    drawCodes();
  });
  for (const id of ['listed', 'order']) {
    byId(id).addEventListener('change', (event) => {
      state[id] = event.target.value;
      drawCodes();
    });
  }
}
