const runsPerRound = 10;

// onnxruntime-web. An app that was built without npm does not have it.
let ort;

// A model of the server's list, loaded into this browser.
export class Network {
  #session;

  constructor(facts, session) {
    this.facts = facts;
    this.#session = session;
  }

  static async load(facts) {
    ort ??= await loadRuntime();
    const response = await fetch(facts.file);
    if (!response.ok) throw new Error(`${facts.file}: ${response.status} ${response.statusText}`);
    return new Network(facts, await ort.InferenceSession.create(await response.arrayBuffer(), { executionProviders: ['wasm'] }));
  }

  // The probability of each class, for brightness from 0 to 1.
  async classify(image) {
    return softmax(await this.#run(this.#inputOf(image)));
  }

  // Milliseconds for one image: the mean of a few runs in a row, as a browser's clock may be coarse.
  async timeRound(image) {
    const input = this.#inputOf(image);
    const start = performance.now();
    for (let i = 0; i < runsPerRound; i++) await this.#run(input);
    return (performance.now() - start) / runsPerRound;
  }

  #inputOf(image) {
    const { channels, height, width, mean, deviation } = this.facts;
    return new ort.Tensor('float32', image.map(pixel => (pixel - mean[0]) / deviation[0]), [1, channels, height, width]);
  }

  async #run(input) {
    const outputs = await this.#session.run({ [this.#session.inputNames[0]]: input });
    return outputs[this.#session.outputNames[0]].data;
  }
}

async function loadRuntime() {
  let runtime;
  try {
    runtime = await import('./ort/ort.wasm.min.mjs');
  } catch (error) {
    throw new Error(`onnxruntime-web could not be loaded (${error.message}). If the app was built without npm: install Node.js and build it again.`, { cause: error });
  }
  // One thread: the networks are small, and threads need a page that is served over https or from this machine.
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmPaths = new URL('./ort/', import.meta.url).href;
  return runtime;
}

function softmax(scores) {
  const largest = Math.max(...scores);
  const powers = Array.from(scores, score => Math.exp(score - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map(power => power / sum);
}
