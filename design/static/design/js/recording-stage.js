/*
 * What the screens for sound, film and pictures share: which state is on the screen, what is in the way, and
 * playing back what is on this device before it is kept. States: ready, asking, recording, paused, review, kept.
 */
import { Trouble } from "./desk-tus.js";
import { home } from "./recording-home.js";
import { isHeld } from "./recording-locks.js";
import { ending } from "./recording-types.js";

const FIRST = { recording: "[data-pause], [data-take]", paused: "[data-go-on]", review: "[data-review-title]", kept: "[data-kept-title]", ready: "[data-start]" };
const KINDS = {
  NotAllowedError: "refused", SecurityError: "refused", NotFoundError: "missing", OverconstrainedError: "missing",
  NotReadableError: "taken", AbortError: "taken", QuotaExceededError: "full", InvalidStateError: "nowhere", UnknownError: "nowhere",
};

export function kindOf(error) {
  if (error instanceof Trouble) return error.kind === "signed-out" ? "signed-out" : "far";
  return KINDS[error.name] || "unable";
}

export class Stage {
  #urls = [];
  #find;

  /* `begin` is what Start, Go on, Take another and Try again do. */
  constructor(root, begin) {
    this.root = root;
    this.way = root.dataset.recorder;
    this.#find = (what) => root.querySelector(what);
    const press = (what, action) => this.#find(what)?.addEventListener("click", action);
    for (const what of ["[data-start]", "[data-more]", "[data-another]", "[data-try-again] button"]) press(what, begin);
    press("[data-keep]", () => this.keep());
    press("[data-throw]", () => this.#ask(true));
    press("[data-throw-not]", () => this.#ask(false));
    press("[data-throw-now]", () => this.#throwAway());
  }

  get state() {
    return this.root.dataset.state;
  }

  /* Shows what belongs to a state, says so, and puts whoever has no mouse where they go on. */
  to(state, { quietly = false } = {}) {
    this.root.dataset.state = state;
    for (const each of this.root.querySelectorAll("[data-when]")) each.hidden = !each.dataset.when.split(" ").includes(state);
    if (quietly) return;
    const words = this.root.dataset[`told${state.charAt(0).toUpperCase()}${state.slice(1)}`];
    if (words) this.#find("[data-told]").textContent = words;
    this.#find(FIRST[state] || "none")?.focus();
  }

  /* Uncovers why it does not go on, and what to do; "" covers it again. */
  trouble(kind, { again = false } = {}) {
    for (const each of this.root.querySelectorAll("[data-trouble]")) each.hidden = each.dataset.trouble !== kind;
    this.#find("[data-try-again]").hidden = !again;
    if (!kind) return;
    if (kind !== "little-room") document.querySelector("[data-another-way]").open = true;
    const box = this.#find("[data-troubles]");
    box.focus();
    box.scrollIntoView({ block: "nearest" });
    this.#find("[data-told]").textContent = this.#find(`[data-trouble="${kind}"] .notice__title`).textContent;
  }

  /* What is on this device and not kept yet, of this memory and this way. */
  async takes() {
    const { store } = await home;
    const found = [];
    for (const take of await store.takes(this.root.dataset.memory)) {
      if (take.way !== this.way || take.state === "kept" || await isHeld(take)) continue;
      if (take.pieces) found.push(take);
      else await store.remove(take);
    }
    return found;
  }

  /* Plays it back; `found` says that it was there when the page was opened. Back to the start where there is nothing. */
  async review({ found = false } = {}) {
    const takes = await this.takes();
    if (!takes.length) return this.to("ready", { quietly: true });
    await this.#lay(takes);
    this.#find("[data-found]").hidden = !found;
    this.#find("[data-several]").hidden = takes.length < 2;
    this.#ask(false, { quietly: true });
    return this.to("review", { quietly: found });
  }

  async #lay(takes) {
    const { store } = await home;
    for (const url of this.#urls.splice(0)) URL.revokeObjectURL(url);
    const list = this.#find("[data-stretches]");
    const shown = [];
    for (const [at, take] of takes.entries()) {
      const url = URL.createObjectURL(await store.blob(take));
      this.#urls.push(url);
      shown.push(this.#shown(url, list.dataset.name.replace("{number}", at + 1)));
    }
    list.replaceChildren(...shown);
  }

  #shown(url, name) {
    const line = document.createElement("li");
    const player = document.createElement({ sound: "audio", film: "video", picture: "img" }[this.way]);
    if (this.way === "picture") player.alt = name;
    else {
      Object.assign(player, { controls: true, playsInline: true, preload: "metadata" });
      player.setAttribute("aria-label", name);
      player.addEventListener("loadedmetadata", () => measure(player), { once: true });
    }
    player.src = url;
    line.append(player);
    return line;
  }

  #ask(sure, { quietly = false } = {}) {
    this.#find("[data-sure]").hidden = !sure;
    this.#find("[data-decide]").hidden = sure;
    if (!quietly) this.#find(sure ? "[data-throw-not]" : "[data-throw]").focus();
  }

  async #throwAway() {
    const { store } = await home;
    for (const take of await this.takes()) await store.remove(take);
    this.trouble("");
    this.to("ready");
  }

  /* From here on it goes to school, on this page or on the next. */
  async keep() {
    const { store, sender } = await home;
    const takes = await this.takes();
    for (const [at, take] of takes.entries()) await store.change(take, { state: "kept", name: this.#name(take, at) });
    this.trouble("");
    this.to("kept");
    sender.go();
  }

  #name(take, at) {
    const how = { day: "numeric", month: "long" };
    const day = new Intl.DateTimeFormat(document.documentElement.lang, how).format(take.started);
    const time = new Date(take.started).toTimeString().slice(0, 5).replace(":", ".");
    const name = this.root.dataset.name.replace("{when}", `${day} ${time}`);
    return `${name}${at ? ` (${at + 1})` : ""}.${ending(take.type)}`;
  }
}

/* What a browser has just recorded says no length, so a player cannot be moved about in before it has looked for the end. */
function measure(player) {
  if (Number.isFinite(player.duration)) return;
  player.addEventListener("durationchange", () => { player.currentTime = 0; }, { once: true });
  player.currentTime = 1e7;
}

/* Opens the screen; false where this browser cannot record, or keeps nothing. */
export async function open(stage, isAble) {
  const another = document.querySelector("[data-another-way]");
  another.querySelector("form").addEventListener("desk:part", () => { another.querySelector("[data-added]").hidden = false; });
  stage.root.hidden = false;
  stage.to("ready", { quietly: true });
  if (!isAble) {
    stage.root.querySelector("[data-start]").hidden = true;
    stage.trouble("unable");
    return false;
  }
  try {
    await home;
    another.open = false;
    await stage.review({ found: true });
    return true;
  } catch (error) {
    stage.trouble(error instanceof Trouble ? kindOf(error) : "nowhere", { again: error instanceof Trouble });
    return false;
  }
}
