'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const place = document.getElementById('graph');
  const most = 1500;
  if (data.nodes.length > most) {
    place.textContent = 'The graph has ' + data.nodes.length + ' boxes, too many to draw; the table below has all of them.';
    return;
  }

  const svgNamespace = 'http://www.w3.org/2000/svg';
  const make = (name, attributes, parent) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (parent) parent.appendChild(element);
    return element;
  };
  const shorten = text => text.length > 40 ? text.slice(0, 18) + '…' + text.slice(-21) : text;
  const measure = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const width = (text, font) => { measure.font = font + ' ' + family; return measure.measureText(text).width; };

  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 34, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of data.nodes) {
    node.lines = [node.title, node.name, node.shape, node.cost].filter(line => line).map(shorten);
    const widths = node.lines.map((line, i) => width(line, i === 0 ? '600 13px' : '11.5px'));
    graph.setNode(String(node.id), { width: Math.max(90, ...widths) + 20, height: 14 + 17 * node.lines.length, node });
  }
  for (const edge of data.edges) graph.setEdge(String(edge.from), String(edge.to));
  dagre.layout(graph);

  const size = graph.graph();
  const svg = make('svg', { viewBox: '0 0 ' + size.width + ' ' + size.height, role: 'img', 'aria-label': 'Graph of ' + data.nodes.length + ' boxes' });
  const marker = make('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' }, make('defs', {}, svg));
  make('path', { d: 'M0 0 L8 4 L0 8 z' }, marker);

  // Through the middles of the bends, so that the lines are smooth and end where dagre ends them.
  const curve = points => {
    let path = 'M' + points[0].x + ' ' + points[0].y;
    for (let i = 1; i < points.length - 1; i++) {
      const next = points[i + 1];
      const last = i === points.length - 2;
      path += ' Q' + points[i].x + ' ' + points[i].y + ' ' + (last ? next.x + ' ' + next.y : (points[i].x + next.x) / 2 + ' ' + (points[i].y + next.y) / 2);
    }
    return path;
  };
  for (const edge of graph.edges()) make('path', { class: 'edge', d: curve(graph.edge(edge).points), 'marker-end': 'url(#arrow)' }, svg);

  for (const id of graph.nodes()) {
    const { x, y, width: w, height: h, node } = graph.node(id);
    const layer = node.kind === 'layer';
    const group = make(layer ? 'a' : 'g', layer ? { href: '#layer-' + node.id } : { class: 'end' }, svg);
    make('title', {}, group).textContent = [node.title, node.name, node.shape, node.cost].filter(line => line).join('\n');
    make('rect', { class: 'box', x: x - w / 2, y: y - h / 2, width: w, height: h, rx: layer ? 6 : h / 2 }, group);
    if (node.share > 0) make('rect', { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 6, style: 'stroke:none;fill:rgb(var(--heavy) / ' + (0.06 + 0.32 * Math.sqrt(node.share)).toFixed(3) + ')' }, group);
    node.lines.forEach((line, i) => {
      make('text', { class: i === 0 ? 'title' : node.share > 0 ? 'small heavy' : 'small', x, y: y - h / 2 + 20 + 17 * i, 'text-anchor': 'middle' }, group).textContent = line;
    });
  }

  let zoom = 1;
  const apply = () => { svg.setAttribute('width', size.width * zoom); svg.setAttribute('height', size.height * zoom); };
  const fit = () => Math.min(1, (place.clientWidth - 18) / size.width);
  const tools = document.querySelector('.tools');
  tools.hidden = false;
  tools.addEventListener('click', event => {
    const how = event.target.dataset.zoom;
    if (!how) return;
    zoom = how === 'fit' ? fit() : Math.min(3, Math.max(0.1, zoom * (how === 'in' ? 1.25 : 0.8)));
    apply();
  });
  zoom = Math.max(0.6, fit());
  apply();
  place.replaceChildren(svg);
  place.scrollLeft = (place.scrollWidth - place.clientWidth) / 2;
})();
