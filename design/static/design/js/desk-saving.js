/*
 * Saves a memory by itself, 1.5 s after the typing stops, and keeps a copy on the device until school has said yes.
 * Listens for "desk:save" (detail.button: the value of a pressed button); announces "desk:saved" (detail: the answer).
 */
import { forget, keep, kept, lockOf } from "./desk-copies.js";
import { here, tell } from "./desk-line.js";

const form = document.querySelector("form[data-memory]");
const PAUSE = 1500;
const LONGEST_WAIT = 30000;
const NOT_WORDS = new Set(["csrfmiddlewaretoken", "edition", "edition_now", "screen", "turn", "files", "do", "born"]);
const CHOSEN = new Set(["keep", "choose", "other"]); // Between two screens: the page is another one then.

if (form) begin();

function begin() {
  const ref = form.dataset.memory;
  const sign = form.querySelector("[data-saved]");
  let dirty = false;
  let busy = false;
  let wait = 2000;
  let timer;
  let turn = 0;
  const pressed = [];

  const stopped = () => form.hasAttribute("data-stopped");

  function say(text, state) {
    sign.dataset.state = state;
    if (sign.textContent !== text) sign.textContent = text;
    tell(`words-${ref}`, { state: { saving: "sending" }[state] || state });
  }

  function typed() {
    const data = new FormData(form);
    data.delete("files");
    return data;
  }

  function words(data) {
    return [...data].filter(([name]) => !NOT_WORDS.has(name) && !name.startsWith("choose-"));
  }

  function keepHere() {
    const names = [...new Set([...form.elements].map((control) => control.name))];
    const { edition, screen, title } = form.elements;
    return keep(ref, { edition: edition.value, screen: screen.value, title: title.value, names, words: words(typed()) });
  }

  const forgetHere = () => forget(ref);

  function plan(delay) {
    clearTimeout(timer);
    if (!stopped()) timer = setTimeout(save, delay);
  }

  function touched() {
    dirty = true;
    say(keepHere() ? here : sign.dataset.unsaved, "here");
    plan(PAUSE);
  }

  async function save({ leaving = false } = {}) {
    if (stopped() || (busy && !leaving) || !(dirty || pressed.length)) return;
    clearTimeout(timer);
    const button = leaving ? "" : pressed.shift() || "";
    const data = typed();
    if (button) data.set("do", button);
    data.set("turn", turn += 1);
    const sent = new Map(words(data));
    busy = true;
    dirty = false;
    say(sign.dataset.saving, "saving");
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
        keepalive: leaving,
        redirect: "error",
        signal: leaving ? undefined : AbortSignal.timeout(LONGEST_WAIT),
      });
      await answered(response, button, sent);
    } catch {
      failed(button);
    } finally {
      busy = false;
      if (!stopped() && (dirty || pressed.length)) plan(pressed.length ? 0 : Math.max(PAUSE, wait));
    }
  }

  async function answered(response, button, sent) {
    if (response.status === 409) return overtaken(await response.json());
    if (response.status === 401) return signedOut();
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    wait = 2000;
    form.elements.edition.value = answer.edition;
    const wrong = showErrors(answer.errors);
    if (dirty) keepHere();
    else if (!wrong) forgetHere();
    if (wrong) say(sign.dataset.wrong, "here");
    else if (!dirty) say(sign.dataset.safe, "safe");
    if (CHOSEN.has(button) && !wrong && !dirty) return location.replace(form.action);
    form.dispatchEvent(new CustomEvent("desk:saved", { bubbles: true, detail: { ...answer, button, sent } }));
  }

  function failed(button) {
    dirty = true;
    wait = Math.min(wait * 2, 60000);
    if (button && !button.startsWith("check")) pressed.unshift(button);
    say(keepHere() ? `${here}. ${sign.dataset.again}` : sign.dataset.unsaved, "here");
  }

  function stop(name) {
    form.setAttribute("data-stopped", "");
    clearTimeout(timer);
    keepHere();
    say(here, "here");
    const notice = form.querySelector(`[${name}]`);
    notice.hidden = false;
    notice.scrollIntoView({ block: "center" });
  }

  function overtaken(answer) {
    form.elements.edition_now.value = answer.edition;
    form.querySelector("[data-both]").innerHTML = answer.html || "";
    stop(answer.closed ? "data-turn-over" : "data-conflict");
  }

  function signedOut() {
    stop("data-signed-out");
  }

  function showErrors(errors) {
    for (const old of form.querySelectorAll("[data-from-save]")) old.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const [name, sentences] of Object.entries(errors)) {
      const control = form.querySelector(`[name="${name}"]`);
      if (!control || name.startsWith("new-")) continue;
      control.setAttribute("aria-invalid", "true");
      const line = document.createElement("p");
      line.className = "field__error";
      line.dataset.fromSave = "";
      line.setAttribute("role", "alert");
      line.textContent = sentences.join(" ");
      control.before(line);
    }
    return Object.keys(errors).some((name) => !name.startsWith("new-"));
  }

  function put(copy) {
    const ticked = new Set(copy.words.map(([name, value]) => JSON.stringify([name, value])));
    const texts = new Map(copy.words);
    for (const control of form.elements) {
      if (!control.name || NOT_WORDS.has(control.name) || control.type === "hidden" || !copy.names.includes(control.name)) continue;
      if (["checkbox", "radio"].includes(control.type)) control.checked = ticked.has(JSON.stringify([control.name, control.value]));
      else if (texts.has(control.name)) control.value = texts.get(control.name);
    }
  }

  function alike(one, other) {
    const plain = (list) => JSON.stringify(list.map(([name, value]) => [name, String(value).replaceAll("\r\n", "\n").trim()]).sort());
    return plain(one) === plain(other);
  }

  function restore() {
    const copy = kept(ref);
    if (!copy || stopped()) return;
    if (alike(copy.words, words(typed()))) return forgetHere();
    const mine = copy.edition === form.elements.edition.value || copy.screen === form.dataset.lastScreen;
    put(copy);
    if (!mine) form.elements.edition.value = copy.edition; // School answers with both.
    touched();
  }

  form.addEventListener("input", (event) => event.target.name && event.target.type !== "file" && touched());
  form.addEventListener("desk:save", (event) => {
    if (event.detail?.button) pressed.push(event.detail.button);
    save();
  });
  form.addEventListener("desk:keep", (event) => {
    form.removeAttribute("data-stopped");
    form.querySelector("[data-conflict]").hidden = true;
    pressed.push(event.detail.button);
    save();
  });
  addEventListener("online", () => plan(0));
  navigator.locks?.request(lockOf(ref), { mode: "shared" }, () => new Promise(() => {}));
  addEventListener("pagehide", () => save({ leaving: true }));
  document.addEventListener("visibilitychange", () => document.hidden && save({ leaving: true }));
  if (!stopped()) say(sign.dataset.safe, "safe");
  restore();
}
