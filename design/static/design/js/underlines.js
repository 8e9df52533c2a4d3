/*
 * Underlines what may give somebody away, over the box in which it was typed, and mends it with one tap.
 * [data-minded="id of the box"] holds the list that school sent: an excerpt a line, a button for each mend.
 * The box itself is never touched while one types: a copy of its words, with clear ink, lies over it.
 * mind(lists) takes new lists, by the id of their box. Offline none comes, and it stays quiet.
 */
const COPIED = ["font", "letterSpacing", "wordSpacing", "lineHeight", "textIndent", "textAlign", "padding", "direction", "tabSize", "borderWidth"];
const STOPS = /^[.,;:!?)\n]/;
const mirrors = new Map();
const changed = new ResizeObserver((entries) => entries.forEach(({ target }) => draw(target)));

const boxOf = (room) => document.getElementById(room.dataset.minded);
const roomOf = (box) => document.querySelector(`[data-minded="${CSS.escape(box.id)}"]`);
const linesOf = (room) => [...room.querySelectorAll("[data-excerpt]")];

function pattern(excerpt) {
  const plain = excerpt.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const edge = /[\p{L}\p{N}]/u;
  return new RegExp(`${edge.test(excerpt[0]) ? "(?<![\\p{L}\\p{N}_])" : ""}${plain}${edge.test(excerpt.at(-1)) ? "(?![\\p{L}\\p{N}_])" : ""}`, "gu");
}

/* Each stretch of the text that is underlined, in order, none inside another. */
function stretches(text, excerpts) {
  const found = excerpts.flatMap((excerpt) => [...text.matchAll(pattern(excerpt))].map((match) => [match.index, match.index + match[0].length]));
  let last = 0;
  return found.sort((one, other) => one[0] - other[0]).filter(([start, end]) => start >= last && (last = end));
}

function mirrorOf(box) {
  const known = mirrors.get(box);
  if (known?.isConnected) return known;
  const mirror = document.createElement("div");
  mirror.className = box.tagName === "TEXTAREA" ? "underlines" : "underlines underlines--line";
  mirror.setAttribute("aria-hidden", "true");
  box.parentElement.classList.add("has-underlines");
  box.after(mirror);
  mirrors.set(box, mirror);
  changed.observe(box);
  box.addEventListener("scroll", () => follow(box, mirror), { passive: true });
  return mirror;
}

function follow(box, mirror) {
  mirror.scrollTop = box.scrollTop;
  mirror.scrollLeft = box.scrollLeft;
}

function draw(box) {
  const room = roomOf(box);
  if (!room) return;
  const text = box.value;
  for (const line of linesOf(room)) line.hidden = !text.match(pattern(line.dataset.excerpt));
  const excerpts = linesOf(room).filter((line) => !line.hidden).map((line) => line.dataset.excerpt);
  describe(box, room, excerpts.length > 0);
  room.hidden = !excerpts.length && !room.querySelector("[data-mended]");
  if (!excerpts.length && !mirrors.has(box)) return;
  paint(box, mirrorOf(box), stretches(text, excerpts));
}

function describe(box, room, on) {
  const ids = new Set((box.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (on === ids.has(room.id)) return;
  ids[on ? "add" : "delete"](room.id);
  if (ids.size) box.setAttribute("aria-describedby", [...ids].join(" "));
  else box.removeAttribute("aria-describedby");
}

function paint(box, mirror, parts) {
  const [style, text] = [getComputedStyle(box), box.value];
  for (const name of COPIED) mirror.style[name] = style[name];
  Object.assign(mirror.style, { left: `${box.offsetLeft}px`, top: `${box.offsetTop}px`, width: `${box.offsetWidth}px`, height: `${box.offsetHeight}px` });
  const nodes = [];
  let last = 0;
  for (const [start, end] of parts) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(last, start), mark);
    last = end;
  }
  mirror.replaceChildren(...nodes, `${text.slice(last)}\u200b`);
  follow(box, mirror);
}

export function mind(lists) {
  for (const room of document.querySelectorAll("[data-minded]")) {
    const html = lists[room.dataset.minded] ?? "";
    const mended = room.querySelector("[data-mended]");
    if (room.dataset.sent !== html && !room.contains(document.activeElement)) {
      room.dataset.sent = html;
      room.innerHTML = html;
      if (mended) room.append(mended);
    }
    const box = boxOf(room);
    if (box) draw(box);
  }
}

/* What stands instead, and where it begins and ends: words that go take one blank with them. */
function cut(text, start, end, words) {
  if (words || start && !/\s/.test(text[start - 1])) return [start, end];
  if (text[end] === " ") end += 1;
  if (end === text.length || STOPS.test(text.slice(end))) while (text[start - 1] === " ") start -= 1;
  return [start, end];
}

function mend(button) {
  const room = button.closest("[data-minded]");
  const box = boxOf(room);
  const match = pattern(button.dataset.mend).exec(box.value);
  if (!match) return;
  const before = box.value;
  const [start, end] = cut(before, match.index, match.index + match[0].length, button.dataset.words);
  box.setRangeText(button.dataset.words, start, end, "preserve");
  const note = offerBack(room, () => {
    box.value = before;
    told(box);
    box.focus();
  });
  told(box);
  note.querySelector("button").focus();
}

function told(box) {
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function offerBack(room, back) {
  room.querySelector("[data-mended]")?.remove();
  const note = document.querySelector("[data-mended-words]").content.firstElementChild.cloneNode(true);
  note.querySelector("button").addEventListener("click", () => {
    note.remove();
    back();
  });
  room.append(note);
  return note;
}

/* Before any other script takes the button for one that saves. */
addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-mend]");
  if (!button) return;
  event.preventDefault();
  mend(button);
}, true);
addEventListener("input", ({ target }) => target.id && draw(target));
/* Boxes that were moved or put in anew have lost their copy. */
addEventListener("toggle", () => mirrors.forEach((_, box) => draw(box)), true);
addEventListener("hashchange", () => setTimeout(() => mirrors.forEach((_, box) => draw(box))));
for (const room of document.querySelectorAll("[data-minded]")) {
  const box = boxOf(room);
  if (box) draw(box);
}
