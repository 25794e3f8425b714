import { show, side } from './image.js';

const perPage = 20;

// Digits to choose from. chosen(image, label, canvas) hears of a choice.
export class Gallery {
  #holder;
  #more;
  #chosen;
  #skip = 0;

  constructor(holder, more, chosen) {
    this.#holder = holder;
    this.#more = more;
    this.#chosen = chosen;
    more.addEventListener('click', () => this.load());
  }

  async load() {
    const response = await fetch(`/digits?skip=${this.#skip}&take=${perPage}`);
    if (!response.ok) throw new Error(`/digits: ${response.status} ${response.statusText}`);
    const { source, total, digits } = await response.json();
    this.#skip = this.#skip + perPage < total ? this.#skip + perPage : 0;
    this.#more.hidden = total <= perPage;
    this.#holder.title = source;
    this.#holder.replaceChildren(...digits.map(digit => this.#button(digit)));
  }

  // Chooses the first one, as a click on it does.
  chooseFirst() { this.#holder.querySelector('button')?.click(); }

  // Marks none as chosen.
  release() {
    for (const button of this.#holder.children) button.setAttribute('aria-pressed', 'false');
  }

  #button({ label, pixels }) {
    const bytes = atob(pixels);
    const image = Float32Array.from({ length: side * side }, (_, i) => bytes.charCodeAt(i) / 255);
    const canvas = document.createElement('canvas');
    show(canvas, image);
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', `Digit ${label}`);
    button.setAttribute('aria-pressed', 'false');
    button.append(canvas);
    button.addEventListener('click', () => {
      this.release();
      button.setAttribute('aria-pressed', 'true');
      this.#chosen(image, label, canvas);
    });
    return button;
  }
}
