const columns = 32;
const cell = 10;
const svg = 'http://www.w3.org/2000/svg';

// What is not quite certain does not read as if it were.
export const percent = probability => probability < 1 && probability >= 0.995 ? '> 99 %' : `${Math.round(100 * probability)} %`;
export const milliseconds = time => `${time.toPrecision(2)} ms`;

// Where a network's answer, cost and neurons are shown.
export class Card {
  #element;
  #bars;
  #classes;

  constructor(facts) {
    this.#classes = facts.classes;
    this.#element = document.getElementById('card').content.cloneNode(true).firstElementChild;
    this.#element.querySelector('h3').textContent = facts.name;
    this.#element.dataset.model = facts.name;
    this.#bars = facts.classes.map(name => this.#addBar(name));
    this.#fill('size', bytes(facts.bytes));
    const before = facts.neurons.reduce((sum, group) => sum + group.before, 0);
    const kept = facts.neurons.reduce((sum, group) => sum + group.after, 0);
    this.#fill('neurons', facts.neurons.length === 0 ? 'not told' : kept === before ? `${before}` : `${kept} of ${before}`);
    this.#element.querySelector('.grids').append(...facts.neurons.flatMap(grid));
  }

  get element() { return this.#element; }

  showProbabilities(probabilities, label) {
    const best = probabilities.indexOf(Math.max(...probabilities));
    this.#fill('digit', this.#classes[best]);
    const mark = this.#element.querySelector('.mark');
    mark.className = `mark ${label === null ? '' : label === this.#classes[best] ? 'right' : 'wrong'}`;
    mark.textContent = percent(probabilities[best]) + (label === null ? '' : label === this.#classes[best] ? ', right' : `, wrong: it is ${label}`);
    this.#bars.forEach((bar, i) => {
      bar.classList.toggle('best', i === best);
      bar.querySelector('.fill').style.width = `${100 * probabilities[i]}%`;
      bar.querySelector('.percent').textContent = percent(probabilities[i]);
    });
  }

  showTime(time) { this.#fill('time', milliseconds(time)); }

  clear() {
    this.#fill('digit', '–');
    this.#fill('mark', '');
    this.#bars.forEach(bar => {
      bar.classList.remove('best');
      bar.querySelector('.fill').style.width = '0';
      bar.querySelector('.percent').textContent = '';
    });
  }

  #fill(name, text) { this.#element.querySelector(`.${name}`).textContent = text; }

  #addBar(name) {
    const bar = document.createElement('li');
    for (const part of ['name', 'track', 'percent']) bar.append(Object.assign(document.createElement('span'), { className: part }));
    bar.querySelector('.name').textContent = name;
    bar.querySelector('.track').append(Object.assign(document.createElement('span'), { className: 'fill' }));
    this.#element.querySelector('.bars').append(bar);
    return bar;
  }
}

function bytes(count) {
  return count < 1e6 ? `${Math.round(count / 1e3)} kB` : `${(count / 1e6).toFixed(2)} MB`;
}

// A square for each neuron that there was, in order; those that are left are filled.
function grid({ name, before, after, kept }) {
  const caption = document.createElement('p');
  caption.textContent = `Neurons of ${name}`;
  if (kept === null && after < before) {
    caption.textContent += `: ${after} of ${before}, the file does not say which`;
    return [caption];
  }
  const left = new Set(kept ?? Array.from({ length: before }, (_, i) => i));
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${columns * cell} ${Math.ceil(before / columns) * cell}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `Neurons of ${name}: ${left.size} of ${before} kept`);
  for (let i = 0; i < before; i++) {
    const square = document.createElementNS(svg, 'rect');
    for (const [key, value] of Object.entries({ x: i % columns * cell + 1, y: Math.floor(i / columns) * cell + 1, width: cell - 2, height: cell - 2, rx: 1.5, class: left.has(i) ? 'kept' : 'gone' })) {
      square.setAttribute(key, value);
    }
    picture.append(square);
  }
  return [caption, picture];
}
