/*
 * The lines of a transcript beside the recording: play, step, stamp, slide, split, join, add, take out.
 * Announces every change of the lines as "input" on the form. Listens for "transcript:put" (detail: the rows to show).
 * Keys work with Ctrl alone or with Shift, so that no single letter is taken from whoever types or listens to the screen.
 */
const form = document.querySelector("form[data-transcript]");
const PER_WORD = 0.4;
const SHORTEST = 1.5;
const AROUND = 5;
const LEFT_ALONE = 5000;

if (form) begin();

function seconds(text) {
  const parts = text.trim().replace(",", ".").split(":");
  if (!parts.every((part) => /^\d+(\.\d*)?$/.test(part))) return NaN;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

function typed(time) {
  const tenths = Math.max(0, Math.round(time * 10));
  const whole = Math.floor(tenths / 10);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  const said = hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return tenths % 10 ? `${said}.${tenths % 10}` : said;
}

function begin() {
  const player = form.querySelector("[data-player]");
  const list = form.querySelector("[data-lines]");
  const strip = form.querySelector("[data-strip]");
  const undo = form.querySelector("[data-undo]");
  const template = form.querySelector("[data-line-template]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let count = 0;
  let chosen = null;
  let takenOut = null;
  let scrolled = -LEFT_ALONE;

  const lines = () => [...list.querySelectorAll("[data-line]")];
  const field = (line, name) => line.querySelector(`[name="${name}"]`);
  const time = (line, name) => seconds(field(line, name).value);
  const box = (line) => line.querySelector("[type=checkbox]");

  function withScript(part) {
    for (const each of part.querySelectorAll("[data-with-script]")) each.hidden = false;
    for (const each of part.querySelectorAll("[data-without-script]")) each.hidden = true;
  }

  function changed(line) {
    lines().forEach((each, index) => { each.querySelector("[data-number]").textContent = index + 1; });
    form.querySelector("[data-none]").hidden = lines().length > 0;
    (line ? field(line, "text") : form.elements.edition).dispatchEvent(new Event("input", { bubbles: true }));
  }

  function made(values) {
    const key = `n${Date.now().toString(36)}${count += 1}`;
    const copy = document.createElement("div");
    copy.innerHTML = template.innerHTML.replaceAll("KEY", key);
    const line = copy.firstElementChild;
    for (const name of ["start", "end", "speaker", "text"]) field(line, name).value = values[name] ?? "";
    box(line).checked = Boolean(values.held);
    withScript(line);
    return line;
  }

  function set(line, name, at) {
    const control = field(line, name);
    if (control.value === typed(at)) return;
    control.value = typed(at);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function guessed(line) {
    return Math.max(SHORTEST, field(line, "text").value.split(/\s+/).filter(Boolean).length * PER_WORD);
  }

  /* The line starts where the recording stands; the one before it ends there, if it had gone on for longer. */
  function stamp(line) {
    const now = player.currentTime;
    const was = time(line, "start");
    const before = line.previousElementSibling;
    set(line, "start", now);
    if (!(time(line, "end") > now)) set(line, "end", now + guessed(line));
    if (before && (time(before, "end") > now || time(before, "end") === was) && time(before, "start") < now) set(before, "end", now);
    slideTo(line);
  }

  function play(line) {
    const at = time(line, "start");
    if (!Number.isNaN(at)) player.currentTime = at;
    player.play().catch(() => {});
  }

  const doing = {
    split(line) {
      const words = field(line, "text");
      const text = words.value;
      const cursor = words.selectionStart || text.length;
      const [start, end, now] = [time(line, "start"), time(line, "end"), player.currentTime];
      const share = start + (end - start) * (cursor / Math.max(1, text.length));
      const middle = Math.min(Math.max(now > start && now < end ? now : share, start), end);
      const second = made({ start: typed(middle), end: field(line, "end").value, speaker: field(line, "speaker").value, text: text.slice(cursor).trim(), held: box(line).checked });
      words.value = text.slice(0, cursor).trim();
      field(line, "end").value = typed(middle);
      line.after(second);
      return second;
    },
    join(line) {
      const next = line.nextElementSibling;
      if (!next) return line;
      const words = field(line, "text");
      const cursor = words.value.trim().length;
      words.value = [words.value.trim(), field(next, "text").value.trim()].filter(Boolean).join(" ");
      field(line, "end").value = field(next, "end").value;
      field(line, "speaker").value ||= field(next, "speaker").value;
      if (!box(line).disabled) box(line).checked ||= box(next).checked;
      next.remove();
      words.setSelectionRange(cursor, cursor);
      return line;
    },
    add(line) {
      const last = line ?? list.lastElementChild;
      const start = last ? time(last, "end") || 0 : player.currentTime;
      const fresh = made({ start: typed(start), end: typed(start + 2) });
      if (last) last.after(fresh);
      else list.append(fresh);
      return fresh;
    },
    out(line) {
      takenOut = { line, before: line.nextElementSibling };
      const neighbour = line.nextElementSibling ?? line.previousElementSibling;
      line.remove();
      undo.hidden = false;
      return neighbour;
    },
  };

  function act(name, line) {
    if (name !== "out") undo.hidden = true;
    const target = doing[name](line);
    changed(target);
    if (!target) return undo.querySelector("button").focus();
    field(target, "text").focus();
    if (name === "split") field(target, "text").setSelectionRange(0, 0);
    if (name === "out") undo.querySelector("button").focus();
  }

  function now() {
    const at = player.currentTime;
    return lines().findLast((line) => time(line, "start") <= at && at < time(line, "end"));
  }

  function mark() {
    const line = now();
    const marked = list.querySelector(".is-now");
    if (marked === line) return;
    marked?.classList.remove("is-now");
    line?.classList.add("is-now");
    /* Whoever types, or has just scrolled to look at something, is not carried away from it. */
    const busy = document.activeElement?.closest("[data-line]") || performance.now() - scrolled < LEFT_ALONE;
    if (line && !player.paused && !busy) line.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function slideTo(line) {
    chosen = line;
    const [start, end] = [time(line, "start"), time(line, "end")];
    strip.hidden = Number.isNaN(start) || Number.isNaN(end);
    if (strip.hidden) return;
    const from = Math.max(0, Math.floor(start - AROUND));
    const to = Math.ceil(end + AROUND);
    const name = strip.querySelector("[data-strip-name]");
    name.textContent = name.dataset.stripName.replace("{number}", lines().indexOf(line) + 1);
    for (const slider of strip.querySelectorAll("[data-slide]")) {
      const name = slider.dataset.slide;
      Object.assign(slider, { min: from, max: to, value: name === "start" ? start : end });
      told(slider);
    }
  }

  function told(slider) {
    const text = typed(Number(slider.value));
    slider.setAttribute("aria-valuetext", text);
    strip.querySelector(`[data-slide-time="${slider.dataset.slide}"]`).textContent = text;
  }

  function slid(slider) {
    const [name, at] = [slider.dataset.slide, Number(slider.value)];
    const other = time(chosen, name === "start" ? "end" : "start");
    const kept = name === "start" ? Math.min(at, other - 0.1) : Math.max(at, other + 0.1);
    slider.value = kept;
    set(chosen, name, Number(slider.value));
    told(slider);
    if (player.paused) player.currentTime = Number(slider.value);
  }

  function step(by) {
    player.currentTime = Math.max(0, player.currentTime + by);
  }

  function toggle() {
    if (player.paused) player.play().catch(() => {});
    else player.pause();
  }

  const keys = {
    Enter: toggle,
    ",": () => step(-2),
    ".": () => step(2),
    "Shift+Enter"() {
      const line = document.activeElement?.closest("[data-line]");
      if (!line) return;
      stamp(line);
      if (line.nextElementSibling) field(line.nextElementSibling, "text").focus();
    },
  };

  form.addEventListener("keydown", (event) => {
    if (!event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = keys[`${event.shiftKey ? "Shift+" : ""}${event.key}`];
    if (!key) return;
    event.preventDefault();
    key();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const line = button?.closest("[data-line]");
    if (!button) return;
    if (button.matches("[data-play]")) play(line);
    else if (button.matches("[data-stamp]")) stamp(line);
    else if (button.matches("[data-step]")) step(Number(button.dataset.step));
    else if (button.matches("[data-toggle]")) toggle();
    else if (button.matches("[data-put-back]")) {
      if (takenOut.before?.isConnected) takenOut.before.before(takenOut.line);
      else list.append(takenOut.line);
      undo.hidden = true;
      changed(takenOut.line);
      field(takenOut.line, "text").focus();
    }
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.matches("[data-do], [data-add-end]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act(button.dataset.do ?? "add", button.closest("[data-line]"));
  });
  form.addEventListener("transcript:put", ({ detail }) => {
    list.replaceChildren(...detail.map(made));
    changed();
  });
  list.addEventListener("focusin", ({ target }) => slideTo(target.closest("[data-line]")));
  list.addEventListener("change", ({ target }) => ["start", "end"].includes(target.name) && slideTo(target.closest("[data-line]")));
  strip.addEventListener("input", ({ target }) => slid(target));
  strip.addEventListener("change", () => slideTo(chosen));
  player.addEventListener("timeupdate", mark);
  player.addEventListener("seeked", mark);
  for (const by of ["wheel", "touchmove"]) addEventListener(by, () => { scrolled = performance.now(); }, { passive: true });
  withScript(document);
}
