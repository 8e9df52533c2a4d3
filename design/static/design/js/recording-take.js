/*
 * One recording while it is made. Each half second is on the device before the next one is over.
 * Announces "saved" (a piece is on the device), "gone" (the microphone or the camera was taken away)
 * and "full" (there is no room; what was saved before is whole).
 */
const PIECE = 500; // Milliseconds: a crash loses the one that is being made, and the one being written.
const QUALITY = { audioBitsPerSecond: 96000, videoBitsPerSecond: 1800000 };

export class Take extends EventTarget {
  #recorder;
  #store;
  #writing = Promise.resolve();
  #broken = false;
  #before = 0;
  #since = 0;

  constructor(store, stream, row) {
    super();
    this.#store = store;
    this.stream = stream;
    this.row = row;
    this.#recorder = new MediaRecorder(stream, { ...QUALITY, ...(row.type && { mimeType: row.type }) });
    this.#recorder.addEventListener("dataavailable", ({ data }) => data.size && this.#keep(data));
    this.#recorder.addEventListener("error", () => this.#tell("gone"));
    for (const track of stream.getTracks()) {
      track.addEventListener("ended", () => this.#tell("gone"));
      track.addEventListener("mute", () => this.#tell("gone"));
    }
  }

  async start() {
    const started = new Promise((resolve) => { this.#recorder.addEventListener("start", resolve, { once: true }); });
    this.#recorder.start(PIECE);
    await started;
    this.row.type = this.#recorder.mimeType || this.row.type;
    this.#since = performance.now();
  }

  get isRecording() {
    return this.#recorder.state === "recording";
  }

  get seconds() {
    return (this.#before + (this.isRecording ? performance.now() - this.#since : 0)) / 1000;
  }

  pause() {
    if (!this.isRecording) return;
    this.#before += performance.now() - this.#since;
    this.#recorder.requestData();
    this.#recorder.pause();
  }

  goOn() {
    this.#since = performance.now();
    this.#recorder.resume();
  }

  /* Writes what there is, as when the page goes out of sight. */
  flush() {
    if (this.isRecording) this.#recorder.requestData();
  }

  /* Resolves when the last piece is on the device. */
  async stop() {
    if (this.#recorder.state !== "inactive") {
      if (this.isRecording) this.#before += performance.now() - this.#since;
      const stopped = new Promise((resolve) => { this.#recorder.addEventListener("stop", resolve, { once: true }); });
      this.#recorder.stop();
      await stopped;
    }
    for (const track of this.stream.getTracks()) track.stop();
    await this.#writing;
    if (!this.#broken) await this.#store.change(this.row, { state: "stopped", isWhole: true }).catch(() => {});
  }

  #keep(data) {
    const { seconds } = this;
    this.#writing = this.#writing.then(async () => {
      if (this.#broken) return;
      try {
        await this.#store.add(this.row, data, seconds);
        this.#tell("saved");
      } catch (error) {
        // What would come after a gap could not be played.
        this.#broken = true;
        this.error = error;
        this.#tell("full");
      }
    });
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
