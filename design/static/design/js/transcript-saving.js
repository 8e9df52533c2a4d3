/*
 * Saves a transcript by itself, 3 s after the typing stops, and keeps a copy on the device until school has said yes.
 * A save that goes by itself can hold a line back, but never lets one go: for that one presses Save.
 */
const form = document.querySelector("form[data-transcript]");
const PAUSE = 3000;
const LONGEST_WAIT = 30000;
const ASK_AGAIN = 5000;
const COLUMNS = ["key", "start", "end", "speaker", "text"];

if (form) begin();

function begin() {
  const ref = form.dataset.transcript;
  const key = `transcript-${document.querySelector("[data-work]")?.dataset.who || "staff"}-${ref}`;
  const sign = form.querySelector("[data-saved]");
  const player = form.querySelector("[data-player]");
  const making = document.querySelector("[data-making]");
  const here = sign.dataset[matchMedia("(max-width: 48rem)").matches ? "herePhone" : "hereComputer"];
  let dirty = false;
  let busy = false;
  let pressed = "";
  let wait = 2000;
  let timer;

  const stopped = () => form.hasAttribute("data-stopped");

  function say(text, state) {
    sign.dataset.state = state;
    if (sign.textContent !== text) sign.textContent = text;
    // On the desk a line says of everything where it is.
    document.dispatchEvent(new CustomEvent("desk:where", { detail: { what: `transcript-${ref}`, state: { saving: "sending" }[state] || state } }));
  }

  function rows() {
    const data = new FormData(form);
    const held = new Set(data.getAll("held"));
    const columns = COLUMNS.map((name) => data.getAll(name));
    return columns[0].map((key, place) => ({ ...Object.fromEntries(COLUMNS.map((name, column) => [name, columns[column][place]])), held: held.has(key) }));
  }

  function words(list) {
    return JSON.stringify(list.map(({ start, end, speaker, text, held }) => [start, end, speaker, text, held].map((value) => String(value).replaceAll("\r\n", "\n").trim())));
  }

  function keepHere() {
    try {
      localStorage.setItem(key, JSON.stringify({ edition: form.elements.edition.value, rows: rows() }));
      return true;
    } catch {
      return false;
    }
  }

  function keptHere() {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function forgetHere() {
    try {
      localStorage.removeItem(key);
    } catch { /* A browser that keeps nothing has nothing to forget. */ }
  }

  function plan(delay) {
    clearTimeout(timer);
    if (!stopped()) timer = setTimeout(save, delay);
  }

  function touched() {
    dirty = true;
    say(keepHere() ? here : sign.dataset.unsaved, "here");
    plan(PAUSE);
  }

  async function save() {
    if (stopped() || busy || !(dirty || pressed)) return;
    clearTimeout(timer);
    const button = pressed;
    const data = new FormData(form);
    if (button) data.set("do", button);
    pressed = "";
    busy = true;
    dirty = false;
    say(sign.dataset.saving, "saving");
    try {
      await answered(await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(LONGEST_WAIT),
      }), button);
    } catch {
      failed();
    } finally {
      busy = false;
      if (!stopped() && (dirty || pressed)) plan(pressed ? 0 : Math.max(PAUSE, wait));
    }
  }

  async function answered(response, button) {
    if (response.status === 401) return stop("data-signed-out");
    if (response.status === 403 || response.status === 404) return stop("data-closed");
    if (response.status === 409) {
      form.elements.edition_now.value = (await response.json()).edition;
      return stop("data-conflict");
    }
    if (response.status === 422) return wrong(await response.json());
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    wait = 2000;
    form.elements.edition.value = answer.edition;
    for (const other of document.querySelectorAll("form:not([data-transcript]) [name=edition]")) other.value = answer.edition;
    showErrors({});
    warn(answer.warnings);
    form.dispatchEvent(new CustomEvent("transcript:saved", { bubbles: true, detail: answer }));
    if (dirty) keepHere();
    else {
      forgetHere();
      say(sign.dataset.safe, "safe");
      if (button === "read") location.reload();
    }
    if (!answer.ready && making.hidden) awaitReady();
  }

  function failed() {
    dirty = true;
    wait = Math.min(wait * 2, 60000);
    say(keepHere() ? `${here}. ${sign.dataset.again}` : sign.dataset.unsaved, "here");
  }

  function wrong({ errors, problems }) {
    showErrors(errors);
    say(problems.length ? problems.join(" ") : sign.dataset.wrong, "here");
  }

  function showErrors(errors) {
    for (const line of form.querySelectorAll("[data-line]")) {
      const sentence = errors[line.querySelector("[name=key]").value];
      const place = line.querySelector("[data-problem]");
      if (place.textContent !== (sentence ?? "")) place.textContent = sentence ?? "";
      place.hidden = !sentence;
      const start = line.querySelector("[name=start]");
      if (sentence) {
        start.setAttribute("aria-invalid", "true");
        start.setAttribute("aria-describedby", place.id);
      } else start.removeAttribute("aria-invalid");
    }
  }

  function warn(sentences) {
    const box = document.querySelector("[data-warnings]");
    box.querySelector("[data-warning-list]").replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })));
    box.hidden = !sentences.length;
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

  /* The recording is being made again: nobody can play it until that is done. */
  async function awaitReady() {
    making.hidden = false;
    try {
      const response = await fetch(form.action, { headers: { Accept: "application/json" } });
      if (response.ok && (await response.json()).ready) {
        making.hidden = true;
        player.load();
        return;
      }
    } catch { /* No Wi-Fi just now: ask again. */ }
    setTimeout(awaitReady, ASK_AGAIN);
  }

  function restore() {
    const copy = keptHere();
    if (!copy || stopped()) return;
    if (words(copy.rows) === words(rows())) return forgetHere();
    form.dispatchEvent(new CustomEvent("transcript:put", { detail: copy.rows }));
    if (copy.edition === form.elements.edition.value) return touched();
    form.elements.edition_now.value = form.elements.edition.value;
    form.elements.edition.value = copy.edition;
    stop("data-conflict");
  }

  form.addEventListener("input", ({ target }) => target.name && touched());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = event.submitter?.value || "save";
    if (pressed === "keep") {
      form.removeAttribute("data-stopped");
      form.querySelector("[data-conflict]").hidden = true;
    }
    plan(0);
  });
  form.querySelector("[data-use-other]").addEventListener("click", forgetHere);
  addEventListener("online", () => plan(0));
  document.addEventListener("visibilitychange", () => document.hidden && save());
  if (!stopped()) say(sign.dataset.safe, "safe");
  if (!making.hidden && !stopped()) awaitReady();
  restore();
}
