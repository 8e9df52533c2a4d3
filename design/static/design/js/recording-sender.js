/*
 * Sends what was kept, one after another, oldest first, from the device to its memory. Goes on by itself after
 * bad Wi-Fi, and on the next page of the desk after anything else. Nothing leaves the device before school has it.
 * Announces "told" (detail: id, what, percent, sentence, answer), in every tab.
 */
import { Trouble } from "./desk-tus.js";
import { alone } from "./recording-locks.js";

const PIECE = 2 * 1024 ** 2; // Bytes sent at once.
const LONGEST_WAIT = 30000; // Milliseconds between two tries.
const NOT_NOW = 60000; // Milliseconds until a memory that takes nothing now is asked again.

function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

export class Sender extends EventTarget {
  #store;
  #tus;
  #left = new Set();
  #tabs = new BroadcastChannel("recordings");

  constructor(store, tus) {
    super();
    this.#store = store;
    this.#tus = tus;
    this.#tabs.addEventListener("message", ({ data }) => this.dispatchEvent(new CustomEvent("told", { detail: data })));
  }

  /* Until nothing is left that can be sent now. */
  go() {
    return alone(async () => {
      for (let take = await this.#next(); take; take = await this.#next()) await this.#deliver(take);
    });
  }

  async #next() {
    const takes = await this.#store.takes();
    return takes.find((take) => take.state === "kept" && !take.refused && !this.#left.has(take.id));
  }

  /* Tries again and again, with longer and longer waits; Wi-Fi that comes back ends a wait. */
  async #deliver(take) {
    let blob;
    for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        blob ||= await this.#store.blob(take);
        await this.#send(take, blob);
        return await this.#settle(take);
      } catch (error) {
        const kind = error instanceof Trouble ? error.kind : "refused";
        if (kind === "gone") await this.#store.change(take, { address: "" });
        else if (!["again", "busy"].includes(kind)) return this.#leave(take, kind, error.sentence);
        this.#tell(take, "again");
      }
      await pause(wait);
    }
  }

  async #send(take, blob) {
    if (!take.address) await this.#store.change(take, { address: await this.#begun(take, blob) });
    let offset = await this.#tus.offset(take.address);
    const show = (bytes) => this.#tell(take, "sending", { percent: Math.min(99, Math.floor((bytes / blob.size) * 100)) });
    while (offset < blob.size) {
      const from = offset;
      show(from);
      offset = await this.#tus.send(take.address, blob.slice(from, from + PIECE), from, { progress: (bytes) => show(from + bytes) });
    }
    this.#tell(take, "sent");
  }

  /* An upload that began just before a crash is known again by its name, size and time. */
  async #begun(take, blob) {
    const modified = String(take.started);
    const same = (one) => one.name === take.name && one.size === blob.size && one.modified === modified;
    const before = (await this.#tus.unfinished(take.memory)).find(same);
    return before?.address || await this.#tus.begin(blob.size, { filename: take.name, story: take.memory, modified, recorded: 1 });
  }

  async #settle(take) {
    const answer = await this.#tus.outcome(take.address);
    if (answer.refused) throw new Trouble("refused", answer.refused);
    if (answer.waiting) return this.#leave(take, "waiting");
    if (!("html" in answer)) throw new Trouble("again");
    await this.#store.remove(take);
    this.#tell(take, "safe", { answer });
  }

  /* Whatever is left here stays on the device. */
  async #leave(take, what, sentence = "") {
    this.#left.add(take.id);
    if (what === "refused" && sentence) await this.#store.change(take, { refused: sentence });
    if (what === "waiting") setTimeout(() => { this.#left.delete(take.id); this.go(); }, NOT_NOW);
    this.#tell(take, what, { sentence });
  }

  #tell({ id }, what, more = {}) {
    const detail = { id, what, ...more };
    this.#tabs.postMessage(detail);
    this.dispatchEvent(new CustomEvent("told", { detail }));
  }
}
