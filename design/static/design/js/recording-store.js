/*
 * Keeps what is recorded on this device until it is safe at school: in pieces, as they come, each shut away
 * (AES-GCM) under a key that only school gives, to its owner, while they are signed in. Nobody else on the
 * same device sees or hears it. See docs/recording.md.
 */
import { Trouble } from "./desk-tus.js";
import { whole } from "./recording-whole.js";

const DATABASE = "recordings";
const BATCH = 64; // Pieces that are read at once: a long film does not fit into memory as a whole.
const PATIENCE = 15000; // Milliseconds to wait for the key.

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error || new DOMException("Not written", "QuotaExceededError"));
  });
}

function opened() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("takes", { keyPath: "id" });
    request.result.createObjectStore("pieces", { keyPath: ["take", "number"] });
  };
  return answered(request);
}

const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const every = (take, from = 0, to = Infinity) => IDBKeyRange.bound([take.id, from], [take.id, to]);

/* A take is one recording: id, mark (whose), memory, way, type, started, state ("recording", "stopped", "kept"), isWhole (it came to its end), pieces, bytes, seconds. */
export class Store extends EventTarget {
  #database;
  #marks;
  #address;
  #keys = new Map();

  constructor(database, { marks, key }) {
    super();
    this.#database = database;
    this.#marks = marks;
    this.#address = key;
  }

  /* Throws what the browser throws where it keeps nothing. */
  static async open(home) {
    return new Store(await opened(), home);
  }

  /* This person's, oldest first; of one memory, if it is named. */
  async takes(memory = "") {
    const all = await answered(this.#database.transaction("takes").objectStore("takes").getAll());
    const mine = all.filter((take) => this.#marks.includes(take.mark) && (!memory || take.memory === memory));
    return mine.sort((one, other) => one.started - other.started);
  }

  /* Asks for the key; throws a Trouble ("again", "signed-out") where it cannot be had. */
  async ready() {
    await this.#keyOf(this.#marks[0]);
  }

  async begin(values) {
    await this.ready();
    const take = { id: crypto.randomUUID(), mark: this.#marks[0], started: Date.now(), state: "recording", pieces: 0, bytes: 0, seconds: 0, address: "", ...values };
    await this.#write(take);
    return take;
  }

  /* Writes the next piece. It has come through a flat battery when this returns. */
  async add(take, blob, seconds) {
    const number = take.pieces;
    const piece = { take: take.id, number, ...await this.#shut(take, number, await blob.arrayBuffer()) };
    await this.#write(take, { pieces: number + 1, bytes: take.bytes + blob.size, seconds }, piece);
  }

  async change(take, values) {
    await this.#write(take, values);
    this.dispatchEvent(new Event("changed"));
  }

  /* All of it, as a file that can be played and sent. */
  async blob(take) {
    const parts = [];
    for (let from = 0; from < take.pieces; from += BATCH) {
      const pieces = await answered(this.#database.transaction("pieces").objectStore("pieces").getAll(every(take, from, from + BATCH - 1)));
      parts.push(new Blob(await Promise.all(pieces.map((piece) => this.#unshut(take, piece)))));
    }
    const blob = new Blob(parts, { type: take.type });
    return take.isWhole ? blob : whole(blob);
  }

  async remove(take) {
    const transaction = this.#database.transaction(["takes", "pieces"], "readwrite");
    transaction.objectStore("takes").delete(take.id);
    transaction.objectStore("pieces").delete(every(take));
    await done(transaction);
    this.dispatchEvent(new Event("changed"));
  }

  /* The take is changed here only when it is on the disk. */
  async #write(take, values = {}, piece = null) {
    const transaction = this.#database.transaction(["takes", "pieces"], "readwrite", { durability: "strict" });
    transaction.objectStore("takes").put({ ...take, ...values });
    if (piece) transaction.objectStore("pieces").put(piece);
    await done(transaction);
    Object.assign(take, values);
  }

  #about(take, number) {
    return new TextEncoder().encode(`${take.id}/${number}`);
  }

  async #shut(take, number, data) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: "AES-GCM", iv, additionalData: this.#about(take, number) };
    return { iv, data: await crypto.subtle.encrypt(how, await this.#keyOf(take.mark), data) };
  }

  async #unshut(take, { number, iv, data }) {
    const how = { name: "AES-GCM", iv, additionalData: this.#about(take, number) };
    return crypto.subtle.decrypt(how, await this.#keyOf(take.mark), data);
  }

  async #keyOf(mark) {
    if (!this.#keys.size) await this.#learn();
    if (!this.#keys.has(mark)) throw new Trouble("signed-out");
    return this.#keys.get(mark);
  }

  async #learn() {
    let response;
    try {
      response = await fetch(this.#address, { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      throw new Trouble("again");
    }
    if (response.status === 401) throw new Trouble("signed-out");
    if (!response.ok) throw new Trouble("again");
    for (const [mark, key] of Object.entries((await response.json()).keys)) {
      this.#keys.set(mark, await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"]));
    }
  }
}
