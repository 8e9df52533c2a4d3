/* Draws how loud it is, as the waveform of a voice, and says in words whether one can be heard. Under reduced motion only the words. */
const EVERY = 100; // Milliseconds.
const REMEMBERED = 30; // Levels by which it is told whether it is quiet: three seconds.
const QUIET = 0.12; // Share of the full height below which nobody could follow.
const BAR = 10; // Pixels.
const FLOOR = -60; // Decibels that are drawn as nothing.

export class Meter {
  #context = new AudioContext();
  #timer;
  #levels = [];

  constructor(stream, canvas, words) {
    this.canvas = canvas;
    this.words = words;
    const ears = this.#context.createAnalyser();
    ears.fftSize = 2048;
    this.#context.createMediaStreamSource(stream).connect(ears);
    const samples = new Float32Array(ears.fftSize);
    this.#timer = setInterval(() => {
      ears.getFloatTimeDomainData(samples);
      this.#add(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
    }, EVERY);
  }

  stop() {
    clearInterval(this.#timer);
    this.#context.close();
    this.words.textContent = "";
  }

  pause() {
    this.#context.suspend();
  }

  goOn() {
    this.#levels = [];
    this.#context.resume();
  }

  #add(power) {
    if (this.#context.state !== "running") return;
    const level = Math.max(0, 1 - 10 * Math.log10(power || 1e-9) / FLOOR);
    this.#levels.push(Math.min(1, level));
    this.#levels = this.#levels.slice(-Math.floor(this.canvas.width / BAR));
    this.#say();
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.#draw();
  }

  #say() {
    const last = this.#levels.slice(-REMEMBERED);
    const { well, quiet } = this.words.dataset;
    const isHeard = Math.max(...last) > QUIET;
    if (!isHeard && last.length < REMEMBERED) return;
    const said = isHeard ? well : quiet;
    if (this.words.textContent !== said) this.words.textContent = said;
  }

  #draw() {
    const { width, height } = this.canvas;
    const pen = this.canvas.getContext("2d");
    pen.clearRect(0, 0, width, height);
    pen.fillStyle = getComputedStyle(this.canvas).color;
    const from = width - this.#levels.length * BAR;
    this.#levels.forEach((level, at) => {
      const tall = Math.max(4, level * height);
      pen.fillRect(from + at * BAR, (height - tall) / 2, BAR - 3, tall);
    });
  }
}
