/*
 * Puts the rows of a list in order, with a finger, a mouse or the buttons, and saves by itself.
 * form[data-ordering] holds [data-list] of [data-row] with [data-grip], [data-move] and a hidden field "order"; [data-saved] says where it is.
 * With data-name, what is typed is kept on the device until school has it.
 */
import { who } from "./desk-who.js";

const EDGE = 90; // CSS pixels from the edge of the screen in which the page goes along.
const STEP = 14;
const PAUSE = 1200; // Milliseconds after the last key.
const LONGEST_WAIT = 30000;

const key = (name) => `ordering-${who}-${name}`;

function keep(name, words) {
  try {
    localStorage.setItem(key(name), JSON.stringify(words));
  } catch { /* Then school alone has it. */ }
}

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

/* What scrolls when the list does: the page, or the part of it that Wagtail makes scroll. */
function rolling(list) {
  for (let box = list.parentElement; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement;
}

for (const form of document.querySelectorAll("form[data-ordering]")) begin(form);

function begin(form) {
  const list = form.querySelector("[data-list]");
  const sign = form.querySelector("[data-saved]");
  if (!list || !sign) return;
  const name = form.dataset.name;
  const rows = () => [...list.querySelectorAll("[data-row]")];
  const order = () => rows().map((row) => row.id).join(",");
  let timer;
  let wait = PAUSE;
  let busy = false;
  let dirty = false;
  let stopped = false;

  function say(what) {
    sign.textContent = sign.dataset[what] || "";
    // On the desk a line says of everything where it is.
    const state = { safe: "safe", saving: "sending" }[what] || "here";
    if (name) document.dispatchEvent(new CustomEvent("desk:where", { detail: { what: name, state } }));
  }

  const words = () => [...new FormData(form)].filter(([field]) => field !== "csrfmiddlewaretoken");

  function touched(delay = PAUSE) {
    dirty = true;
    if (name) keep(name, words());
    if (stopped) return;
    if (delay === PAUSE) say("saving"); // What is on its way is not safe yet; after a fault the sign says so already.
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  async function save() {
    if (busy || stopped || !dirty) return;
    busy = true;
    dirty = false;
    say("saving");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "error", signal: AbortSignal.timeout(LONGEST_WAIT) });
      if (answer.status === 409) return stop("wrong");
      if (answer.status === 401) return stop("signedOut");
      if (!answer.ok) throw new Error(answer.statusText);
      saved(await answer.json());
    } catch {
      dirty = true;
      wait = Math.min(wait * 2, 60000);
      say("again");
    } finally {
      busy = false;
      if (dirty && !stopped) touched(wait);
    }
  }

  function saved({ edition }) {
    wait = PAUSE;
    if (edition !== undefined) form.elements.edition.value = edition;
    if (dirty) return;
    if (name) localStorage.removeItem(key(name));
    say("safe");
  }

  function stop(why) {
    stopped = true;
    say(why);
  }

  /* What another screen saved since stays; what was typed here stands below it. */
  function restore() {
    const copy = name && kept(name);
    if (!copy) return;
    const was = new Map(copy);
    const ours = was.get("edition") === form.elements.edition.value;
    for (const box of form.querySelectorAll("textarea")) {
      const typed = was.get(box.name);
      if (typed === undefined || typed === box.value) continue;
      if (ours) box.value = typed;
      else beside(box, typed);
    }
    if (!ours) return;
    for (const [field, ref] of copy) if (field === "order") list.append(document.getElementById(ref) ?? "");
    touched();
  }

  function beside(box, typed) {
    const line = document.createElement("p");
    line.className = "field__help";
    line.textContent = `${sign.dataset.typed} ${typed}`;
    box.after(line);
  }

  function place(row, y) {
    const next = rows().filter((other) => other !== row).find((other) => {
      const { top, height } = other.getBoundingClientRect();
      return y < top + height / 2;
    }) ?? null;
    if (next !== row.nextElementSibling) list.insertBefore(row, next);
  }

  function drag(event) {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip || event.button) return;
    const row = grip.closest("[data-row]");
    const before = order();
    const box = rolling(list);
    let y = event.clientY;
    let frame;

    function roll() {
      const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
      if (by) box.scrollBy(0, by);
      place(row, y);
      frame = requestAnimationFrame(roll);
    }

    const move = (moved) => { y = moved.clientY; };

    function end() {
      cancelAnimationFrame(frame);
      removeEventListener("pointermove", move);
      row.classList.remove("is-dragged");
      if (order() !== before) touched(0);
    }

    event.preventDefault();
    row.classList.add("is-dragged");
    addEventListener("pointermove", move);
    addEventListener("pointerup", end, { once: true });
    addEventListener("pointercancel", end, { once: true });
    frame = requestAnimationFrame(roll);
  }

  function press(event) {
    const button = event.target.closest?.("[data-move]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (button.dataset.move === "-1") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
    touched(0);
  }

  for (const grip of list.querySelectorAll("[data-grip]")) grip.hidden = rows().length < 2;
  list.addEventListener("pointerdown", drag);
  list.addEventListener("click", press);
  form.addEventListener("input", () => touched());
  addEventListener("online", () => { if (dirty) touched(0); });
  say("safe");
  restore();
}
