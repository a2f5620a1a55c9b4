'use strict';

const SYSTEM_HEIGHT = 32;
const SYSTEM_COLOURS = 8;

function drawBlame() {
  const container = byId('blame');
  container.replaceChildren();
  if (DATA.dependencies.length === 0) {
    container.append(el('p', { class: 'none' }, word('blameNone')));
    return;
  }
  container.append(blamePicture(Math.max(260, container.clientWidth)), blameLegend(), blameTable());
}

/**
 * A system may report and be blamed as well, so it stands on each side on its own: there are no circles to lay out.
 */
function blameGraph() {
  const nodes = new Map();
  const node = (side, name) => {
    const id = `${side} ${name}`;
    if (!nodes.has(id)) {
      nodes.set(id, { id, side, name });
    }
    return id;
  };
  const links = DATA.dependencies.map((dependency) => ({
    source: node('source', dependency.source),
    target: node('target', dependency.target),
    value: dependency.detections,
    derived: dependency.derived,
  }));
  return { nodes: [...nodes.values()], links };
}

function blamePicture(width) {
  const graph = blameGraph();
  const side = (name) => graph.nodes.filter((node) => node.side === name);
  const height = Math.max(120, Math.max(side('source').length, side('target').length) * SYSTEM_HEIGHT);
  const room = (name) => Math.min(width * 0.38, d3.max(side(name), (node) => textWidth(label(node))) + 20);
  const layout = d3
    .sankey()
    .nodeId((node) => node.id)
    .nodeWidth(8)
    .nodePadding(18)
    .extent([
      [room('source'), 8],
      [width - room('target'), height - 10],
    ]);
  layout(graph);
  const colours = new Map(side('target').map((node, index) => [node.id, index % SYSTEM_COLOURS]));
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, height, role: 'group', 'aria-label': word('blamePicture') },
    ...graph.links.map((link) => ribbon(link, colours.get(link.target.id))),
    ...graph.nodes.map((node) => systemNode(node, colours.get(node.id), room(node.side))),
  );
}

function label(node) {
  return `${shown(system(node.name))} ${number(d3.sum(DATA.dependencies, (d) => (d[node.side] === node.name ? d.detections : 0)))}`;
}

/** About how wide a text is: Chinese characters are twice as wide as others. */
function textWidth(text) {
  return d3.sum([...text], (character) => (character.charCodeAt(0) > 0x2e80 ? 13.5 : 7.6)) + 8;
}

function ribbon(link, colour) {
  const half = Math.max(link.width, 1) / 2;
  const [x0, x1] = [link.source.x1, link.target.x0];
  const middle = (x0 + x1) / 2;
  const path =
    `M${x0},${link.y0 - half}C${middle},${link.y0 - half} ${middle},${link.y1 - half} ${x1},${link.y1 - half}` +
    `V${link.y1 + half}C${middle},${link.y1 + half} ${middle},${link.y0 + half} ${x0},${link.y0 + half}Z`;
  const title = `${system(link.source.name)} → ${system(link.target.name)}: ${number(link.value)} (${basis(link)})`;
  return svg('path', { class: `link system-${colour}${link.derived ? ' derived' : ''}`, d: path }, svg('title', null, title));
}

function basis(dependency) {
  return word(dependency.derived ? 'blameDerived' : 'blameSaid');
}

function systemNode(node, colour, room) {
  const left = node.side === 'source';
  const search = () => searchFor(node.name);
  return svg(
    'g',
    {
      class: 'node',
      tabindex: 0,
      role: 'button',
      onclick: search,
      onkeydown: (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          search();
        }
      },
    },
    svg('rect', {
      class: `system system-${colour === undefined ? 5 : colour}`,
      x: node.x0,
      y: node.y0,
      width: node.x1 - node.x0,
      height: Math.max(2, node.y1 - node.y0),
    }),
    svg(
      'text',
      { x: left ? node.x0 - 7 : node.x1 + 7, y: (node.y0 + node.y1) / 2 + 4.5, 'text-anchor': left ? 'end' : 'start' },
      svg('tspan', null, cut(shown(system(node.name)), room - textWidth(number(node.value)))),
      svg('tspan', { class: 'count', dx: 6 }, number(node.value)),
    ),
  );
}

/** As much of the text as there is room for. */
function cut(text, pixels) {
  if (textWidth(text) <= pixels) {
    return text;
  }
  const characters = [...text].slice(0, 100);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > pixels) {
    characters.pop();
  }
  return `${characters.join('')}…`;
}

function blameLegend() {
  return el(
    'p',
    { class: 'legend' },
    el('span', { class: 'key' }),
    el('span', null, word('blameSaid')),
    el('span', { class: 'key derived' }),
    el('span', null, word('blameDerived')),
    el('br'),
    word('blameHow'),
  );
}

function blameTable() {
  const rows = DATA.dependencies.map((dependency) =>
    el(
      'tr',
      null,
      el('td', null, system(dependency.source)),
      el('td', null, system(dependency.target)),
      el('td', { class: 'number' }, number(dependency.detections)),
      el('td', null, basis(dependency)),
    ),
  );
  const head = el(
    'tr',
    null,
    el('th', null, word('source')),
    el('th', null, word('target')),
    el('th', { class: 'number' }, word('count')),
    el('th', null, word('basis')),
  );
  return el(
    'details',
    { class: 'as-table' },
    el('summary', { class: 'muted' }, word('asTable')),
    el('table', null, el('thead', null, head), el('tbody', null, ...rows)),
  );
}
