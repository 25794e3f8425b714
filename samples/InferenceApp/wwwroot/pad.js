import { strokePaths } from './image.js';

const penShare = 0.075;
const keyStep = 1 / 28;
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// A canvas to draw on by pointer or keyboard. changed(strokes, finished) hears of every change; finished is false
// while a stroke is under way.
export class Pad {
  #canvas;
  #changed;
  #strokes = [];
  #picture = null;
  #pointer = null;
  #pen = [0.5, 0.2];
  #down = false;
  #keyboard = false;

  constructor(canvas, changed) {
    this.#canvas = canvas;
    this.#changed = changed;
    canvas.addEventListener('pointerdown', event => this.#begin(event));
    canvas.addEventListener('pointermove', event => this.#extend(event));
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, event => this.#end(event));
    canvas.addEventListener('keydown', event => this.#press(event));
    canvas.addEventListener('blur', () => this.#leave());
    this.#paint();
  }

  clear() {
    this.#reset();
    this.#changed([], true);
  }

  // Shows a finished image in place of strokes.
  showPicture(canvas) {
    this.#reset();
    this.#picture = canvas;
    this.#paint();
  }

  #reset() {
    this.#strokes = [];
    this.#picture = null;
    this.#pointer = null;
    this.#down = false;
    this.#paint();
  }

  #startStroke(point) {
    // The picture gives way to the stroke; the pointer or the pen that draws it stays down.
    this.#picture = null;
    this.#strokes.push([point]);
  }

  #begin(event) {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#keyboard = false;
    this.#down = false;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#startStroke(this.#pointOf(event));
    this.#update(false);
  }

  #extend(event) {
    if (event.pointerId !== this.#pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.#strokes.at(-1).push(...(events.length ? events : [event]).map(one => this.#pointOf(one)));
    this.#update(false);
  }

  #end(event) {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    this.#update(true);
  }

  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (moves[event.key]) {
      const [x, y] = moves[event.key];
      this.#pen = [clamp(this.#pen[0] + x * keyStep), clamp(this.#pen[1] + y * keyStep)];
      if (this.#down) this.#strokes.at(-1).push(this.#pen);
    } else if (event.key === ' ') {
      this.#down = !this.#down;
      if (this.#down) this.#startStroke(this.#pen);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    this.#keyboard = true;
    if (this.#strokes.length > 0) this.#update(true);
    else this.#paint();
  }

  #leave() {
    this.#down = false;
    this.#keyboard = false;
    this.#paint();
  }

  #pointOf(event) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    return [clamp((event.clientX - left) / width), clamp((event.clientY - top) / height)];
  }

  #update(finished) {
    this.#paint();
    this.#changed(this.#strokes, finished);
  }

  #paint() {
    const { width } = this.#canvas, context = this.#canvas.getContext('2d');
    context.clearRect(0, 0, width, width);
    if (this.#picture) {
      context.imageSmoothingEnabled = true;
      context.drawImage(this.#picture, 0, 0, width, width);
    }
    context.strokeStyle = '#fff';
    context.lineWidth = penShare * width;
    strokePaths(context, this.#strokes, ([x, y]) => [x * width, y * width]);
    if (this.#keyboard) {
      context.strokeStyle = this.#down ? '#ffb454' : '#8b96a6';
      context.lineWidth = 4;
      context.beginPath();
      context.arc(this.#pen[0] * width, this.#pen[1] * width, penShare * width / 2 + 5, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}

const clamp = value => Math.min(1, Math.max(0, value));
