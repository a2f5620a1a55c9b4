'use strict';

const LOWEST_ROW = 44;
const HIGHEST_ROW = 76;
const HEIGHT_OF_ALL = 460;
const AXIS_GAP = 10;
const NARROWEST_BAR = 5;
const JOINED = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080, 20160, 40320];

const BUCKETS = DATA.timeline.buckets.map(([start, platform, detections]) => ({ start, platform, detections }));
const WIDTH = DATA.timeline.seconds;
const WHOLE = BUCKETS.length === 0 ? null : [d3.min(BUCKETS, (b) => b.start), d3.max(BUCKETS, (b) => b.start) + WIDTH];

function range() {
  return state.range || WHOLE;
}

/** Sets the stretch of time that is shown, within the whole and no narrower than a few buckets. */
function showRange(from, to) {
  const [start, end] = WHOLE;
  const length = Math.min(end - start, Math.max(to - from, 3 * WIDTH));
  const first = Math.max(start, Math.min((from + to - length) / 2, end - length));
  state.range = length >= end - start ? null : [first, first + length];
  drawTimeline();
}

function zoom(factor) {
  const [from, to] = range();
  const middle = (from + to) / 2;
  const half = ((to - from) * factor) / 2;
  showRange(middle - half, middle + half);
}

function pan(share) {
  const [from, to] = range();
  const by = (to - from) * share;
  showRange(from + by, to + by);
}

function resetRange() {
  state.range = null;
  drawTimeline();
}

/** Few platforms get higher rows, where there is room beside the other picture. */
function rowHeight() {
  const room = window.innerWidth > 760 ? HEIGHT_OF_ALL / Math.max(1, DATA.platforms.length) : 0;
  return Math.round(Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, room)));
}

/** Seconds per bar: so many buckets together that a bar can be seen. */
function barSeconds(pixels) {
  const [from, to] = range();
  const most = Math.max(1, pixels / NARROWEST_BAR);
  const joined = JOINED.find((count) => (to - from) / (count * WIDTH) <= most);
  return (joined || JOINED[JOINED.length - 1]) * WIDTH;
}

function bars(platform, seconds) {
  const [from, to] = range();
  const counts = new Map();
  for (const bucket of BUCKETS) {
    if (bucket.platform === platform && bucket.start + WIDTH > from && bucket.start < to) {
      const start = Math.floor(bucket.start / seconds) * seconds;
      counts.set(start, (counts.get(start) || 0) + bucket.detections);
    }
  }
  return [...counts].map(([start, detections]) => ({ start, detections }));
}

function drawTimeline() {
  const container = byId('timeline');
  container.replaceChildren();
  byId('range').textContent = state.range ? `${fullTime(state.range[0]).slice(5, 16)} – ${fullTime(state.range[1]).slice(5, 16)}` : '';
  for (const id of ['pan-left', 'pan-right', 'zoom-out', 'zoom-reset']) {
    byId(id).disabled = !state.range;
  }
  byId('zoom-in').disabled = !WHOLE || range()[1] - range()[0] <= 3 * WIDTH;
  byId('timeline-controls').hidden = !WHOLE;
  if (DATA.platforms.length === 0) {
    container.append(el('p', { class: 'none' }, word('noCodes')));
    return;
  }
  const rows = DATA.platforms.map(platformRow);
  container.append(...rows);
  if (!WHOLE) {
    container.append(el('p', { class: 'none' }, word('noTimes')));
    return;
  }
  const pixels = Math.max(60, rows[0].lastChild.clientWidth);
  const seconds = barSeconds(pixels);
  DATA.platforms.forEach((platform, index) => rows[index].lastChild.append(chart(platform, pixels, seconds)));
  container.append(axis(pixels));
}

function platformRow(platform) {
  const chosen = state.platform === platform.id;
  const title = shown([platform.id, localized(platform.category)].filter(Boolean).join(' · '));
  const choose = () => {
    state.platform = chosen ? '' : platform.id;
    drawTimeline();
    drawCodes();
  };
  return el(
    'div',
    { class: state.platform && !chosen ? 'row other' : 'row' },
    el(
      'button',
      { type: 'button', class: 'row-name', title, 'aria-pressed': String(chosen), onclick: choose },
      el('bdi', null, localized(platform.name), sameName(platform) ? el('i', null, ` ${platform.id}`) : null),
      el('b', null, number(platform.detections)),
    ),
    el('div', { class: 'chart' }),
  );
}

/** Whether another platform is called the same, so that only the id tells which one is meant. */
function sameName(platform) {
  return DATA.platforms.some((other) => other !== platform && localized(other.name) === localized(platform.name));
}

/** Seconds to pixels. */
function scale(pixels) {
  const [from, to] = range();
  return (seconds) => ((seconds - from) / (to - from)) * pixels;
}

function chart(platform, pixels, seconds) {
  const x = scale(pixels);
  const all = bars(platform.id, seconds);
  const peak = d3.max(all, (bar) => bar.detections) || 0;
  const name = localized(platform.name);
  const height = rowHeight() - 18;
  const width = Math.max(1.5, x(range()[0] + seconds) - 1);
  const picture = svg(
    'svg',
    {
      viewBox: `0 0 ${pixels} ${rowHeight()}`,
      height: rowHeight(),
      role: 'img',
      'aria-label': shown(word('chart', name, number(d3.sum(all, (bar) => bar.detections)))),
    },
    svg('line', { class: 'base', x1: 0, x2: pixels, y1: rowHeight() - 0.5, y2: rowHeight() - 0.5 }),
    ...all.map((bar) => {
      const tall = Math.max(2, (bar.detections / peak) * height);
      return svg('rect', { class: 'bar', x: x(bar.start), width, y: rowHeight() - tall, height: tall });
    }),
    peak > 0 ? svg('text', { class: 'peak', x: 0, y: 13 }, word('peak', number(peak))) : null,
  );
  listen(picture, { name, seconds, all });
  return picture;
}

function axis(pixels) {
  const x = scale(pixels);
  const [from, to] = range();
  const ticks = d3.utcTicks(new Date(from * 1000), new Date(to * 1000), Math.max(2, Math.floor(pixels / 90)));
  const picture = svg('svg', { viewBox: `0 0 ${pixels} 20`, height: 20, 'aria-hidden': 'true' });
  const digits = ticks.some((tick) => tick.getUTCSeconds() !== 0) ? 19 : 16;
  let day = '';
  let free = -Infinity;
  for (const tick of ticks) {
    const place = x(tick.getTime() / 1000);
    const time = fullTime(tick.getTime() / 1000);
    const label = tickLabel(time, day, digits);
    const half = label.length * 3.5;
    const middle = Math.max(half, Math.min(place, pixels - half));
    picture.append(svg('line', { x1: place, x2: place, y1: 0, y2: 4 }));
    if (middle - half >= free) {
      picture.append(svg('text', { x: middle, y: 16, 'text-anchor': 'middle' }, label));
      day = time.slice(0, 10);
      free = middle + half + AXIS_GAP;
    }
  }
  return el('div', { class: 'row axis' }, el('span'), picture);
}

/** The clock, or the date where a day begins; the first tick has both. */
function tickLabel(time, dayBefore, digits) {
  const midnight = time.slice(11) === '00:00:00';
  const date = time.slice(MANY_YEARS ? 0 : 5, 10);
  if (midnight) {
    return date;
  }
  return dayBefore === '' ? `${date} ${time.slice(11, digits)}` : time.slice(11, digits);
}

/** Lets the pointer read values and drag out a stretch of time. */
function listen(picture, row) {
  let from = null;
  const selection = svg('rect', { class: 'selection', y: 0, height: rowHeight(), visibility: 'hidden' });
  picture.append(selection);
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
  };
  const time = (share) => range()[0] + share * (range()[1] - range()[0]);
  picture.addEventListener('pointerdown', (event) => {
    if (event.button === 0) {
      from = at(event);
      picture.setPointerCapture(event.pointerId);
    }
  });
  picture.addEventListener('pointermove', (event) => {
    const share = at(event);
    if (from === null) {
      showTip(event, row, time(share));
      return;
    }
    const pixels = picture.viewBox.baseVal.width;
    selection.setAttribute('x', Math.min(from, share) * pixels);
    selection.setAttribute('width', Math.abs(share - from) * pixels);
    selection.setAttribute('visibility', 'visible');
  });
  picture.addEventListener('pointerup', (event) => {
    const [first, last] = [from, at(event)].sort((a, b) => a - b);
    const dragged = from !== null && last - first > 0.01;
    from = null;
    selection.setAttribute('visibility', 'hidden');
    if (dragged) {
      showRange(time(first), time(last));
    }
  });
  picture.addEventListener('pointercancel', () => {
    from = null;
    selection.setAttribute('visibility', 'hidden');
  });
  picture.addEventListener('pointerleave', hideTip);
  picture.addEventListener('dblclick', resetRange);
}

function showTip(event, row, time) {
  const start = Math.floor(time / row.seconds) * row.seconds;
  const bar = row.all.find((candidate) => candidate.start === start);
  if (!bar) {
    hideTip();
    return;
  }
  const tip = byId('tip');
  tip.replaceChildren(
    document.createTextNode(`${timeSpan(start, start + row.seconds)} · ${word('times', number(bar.detections))}`),
  );
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${event.clientY + 16}px`;
}

function hideTip() {
  byId('tip').hidden = true;
}

const TIMELINE_KEYS = {
  '+': () => zoom(0.5),
  '=': () => zoom(0.5),
  '-': () => zoom(2),
  ArrowLeft: () => pan(-0.25),
  ArrowRight: () => pan(0.25),
  0: resetRange,
  Escape: resetRange,
};

function startTimeline() {
  byId('zoom-in').addEventListener('click', TIMELINE_KEYS['+']);
  byId('zoom-out').addEventListener('click', TIMELINE_KEYS['-']);
  byId('pan-left').addEventListener('click', TIMELINE_KEYS.ArrowLeft);
  byId('pan-right').addEventListener('click', TIMELINE_KEYS.ArrowRight);
  byId('zoom-reset').addEventListener('click', resetRange);
  byId('timeline').addEventListener('keydown', (event) => {
    const action = TIMELINE_KEYS[event.key];
    if (action && WHOLE && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });
}
