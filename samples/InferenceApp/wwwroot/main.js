import { Card, milliseconds, percent } from './card.js';
import { Gallery } from './gallery.js';
import { show, side, toImage } from './image.js';
import { Network } from './network.js';
import { Pad } from './pad.js';

const element = id => document.getElementById(id);
const verdict = element('verdict');
const timedRounds = 12;
let entries = [];

// What is to be classified next; null when nothing is. Only the newest matters.
let next = null;
let working = false;

// What is on the page.
let shown = null;

const pad = new Pad(element('pad'), (strokes, finished) => {
  gallery.release();
  document.body.classList.toggle('drawn', strokes.length > 0);
  request({ image: toImage(strokes), label: null, finished, empty: strokes.length === 0 });
});
const gallery = new Gallery(element('digits'), element('more'), (image, label, canvas) => {
  pad.showPicture(canvas);
  document.body.classList.add('drawn');
  request({ image, label, finished: true, empty: false });
});
element('clear').addEventListener('click', () => pad.clear());
show(element('seen'), new Float32Array(side * side));

function request(drawing) {
  next = shown = drawing;
  show(element('seen'), drawing.image);
  if (!working) work().catch(fail);
}

async function work() {
  working = true;
  try {
    while (next !== null) {
      const drawing = next;
      next = null;
      if (drawing.empty) clear();
      else await classify(drawing);
    }
  } finally {
    working = false;
  }
}

function clear() {
  for (const { card } of entries) card.clear();
  verdict.textContent = entries.length > 0 ? 'Draw a digit.' : verdict.textContent;
  element('comparison').textContent = '';
}

async function classify({ image, label, finished }) {
  const answers = [];
  for (const { network, card } of entries) {
    const probabilities = await network.classify(image);
    card.showProbabilities(probabilities, label);
    const best = probabilities.indexOf(Math.max(...probabilities));
    answers.push(`${network.facts.name}: ${network.facts.classes[best]} (${percent(probabilities[best])})`);
  }
  if (!finished || next !== null || answers.length === 0) return;
  verdict.textContent = answers.join(' · ');
  const times = await time(image);
  if (times !== null) compare(times);
}

// Each network's median round; they take turns, so that both see the same machine. Null when something new was drawn.
async function time(image) {
  const rounds = entries.map(() => []);
  for (let round = 0; round < timedRounds; round++) {
    for (const [i, { network }] of entries.entries()) {
      rounds[i].push(await network.timeRound(image));
      if (next !== null) return null;
    }
  }
  return rounds.map((values, i) => {
    // The first round warms up.
    const median = values.slice(1).sort((a, b) => a - b)[Math.floor((timedRounds - 1) / 2)];
    entries[i].card.showTime(median);
    return median;
  });
}

function compare(times) {
  const at = name => entries.findIndex(({ network }) => network.facts.name === name);
  const [dense, pruned] = [at('dense'), at('pruned')];
  if (dense < 0 || pruned < 0) return;
  const size = entries[dense].network.facts.bytes / entries[pruned].network.facts.bytes;
  const speed = times[dense] / times[pruned];
  element('comparison').textContent =
    `Pruned is ${size.toFixed(1)} times smaller, and here ${speed >= 1 ? `${speed.toFixed(1)} times faster` : `${(1 / speed).toFixed(1)} times slower`}: ${milliseconds(times[pruned])} against ${milliseconds(times[dense])} for an image.`;
}

function fail(error) {
  console.error(error);
  verdict.className = 'failed';
  verdict.textContent = `This does not work here: ${error.message}`;
}

async function start() {
  await gallery.load();
  const response = await fetch('/models');
  if (!response.ok) throw new Error(`/models: ${response.status} ${response.statusText}`);
  const usable = (await response.json()).filter(facts => facts.channels === 1 && facts.height === side && facts.width === side);
  if (usable.length === 0) throw new Error(`no model here takes images of ${side} × ${side} grey pixels`);
  const networks = await Promise.all(usable.map(facts => Network.load(facts)));
  entries = networks.map(network => ({ network, card: new Card(network.facts) }));
  element('cards').replaceChildren(...entries.map(({ card }) => card.element));
  if (usable.length === 1) element('comparison').textContent = 'One model is served. To compare, serve a folder with dense.onnx and pruned.onnx, such as the out folder of samples/Mnist: --models DIR.';
  verdict.textContent = 'Draw a digit.';
  document.body.dataset.ready = 'true';
  if (shown !== null) request(shown);
  else gallery.chooseFirst();
}

start().catch(fail);
