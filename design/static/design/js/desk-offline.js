/*
 * The desk where there is no line: what this device keeps for the person who was here, and new memories begun on it.
 * Each key is kept at once. When the line is back, what is being written goes to school as soon as the typing stops.
 */
import { copies, keep, kept } from "./desk-copies.js";
import { begin, lockOf, sendHeld } from "./desk-drafts.js";
import { here, tell } from "./desk-line.js";
import { all, get, put } from "./desk-store.js";
import { isHere, who } from "./desk-who.js";
import "./desk-leaving.js";

const room = document.querySelector("[data-offline-room]");
const box = document.querySelector("[data-work]");
const part = (name) => room.querySelector(`[data-${name}]`);
const FIELD = /^(title|summary|part-\d+-(text|caption|description))$/;
const PAUSE = 2000; // Milliseconds without a key after which a memory may go.
let letGo = () => {};

function link(href, text, note) {
  const item = document.createElement("li");
  const anchor = Object.assign(document.createElement("a"), { href, textContent: text });
  item.append(anchor, Object.assign(document.createElement("span"), { className: "quiet", textContent: note }));
  return item;
}

async function list() {
  const drafts = (await all("drafts")).map(({ ref, title }) => link(`#${ref}`, title, here));
  const words = copies().map(([ref, copy]) => link(`#${ref}`, copy.title || room.dataset.untitled, here));
  part("list").replaceChildren(...drafts, ...words);
  part("kept").hidden = !(drafts.length + words.length);
  part("begin").hidden = !(await all("starts")).length;
  part("no-starts").hidden = !part("begin").hidden;
}

function field(name, label, value, write) {
  const long = name.endsWith("text") || name === "words";
  const made = document.createElement(long || name.endsWith("description") ? "textarea" : "input");
  const wrap = Object.assign(document.createElement("div"), { className: "field" });
  Object.assign(made, { id: `f-${name}`, value, className: long ? "reading" : "" });
  if (long) made.rows = 8;
  if (name === "title") made.maxLength = 120;
  wrap.append(Object.assign(document.createElement("label"), { className: "field__label", htmlFor: made.id, textContent: label }), made);
  made.addEventListener("input", () => write(made.value));
  return wrap;
}

function label(name) {
  const kind = name.split("-").at(-1);
  return room.dataset[`label${kind[0].toUpperCase()}${kind.slice(1)}`] || room.dataset.labelWords;
}

function write(title, fields, files) {
  part("front").hidden = true;
  part("editor").hidden = false;
  part("editor-title").textContent = title;
  part("fields").replaceChildren(...fields);
  part("add").hidden = !files;
  part("sign").textContent = here;
  part("editor-title").focus();
}

/* A memory that was begun without a line. */
async function openDraft(draft) {
  const note = (name) => async (value) => {
    draft[name] = value;
    tell(`draft-${draft.ref}`, { state: "here" });
    await put("drafts", { ...draft, title: draft.title.trim() || room.dataset.untitled });
    plan(draft);
  };
  write(draft.title, [field("title", room.dataset.labelTitle, draft.title, note("title")), field("words", room.dataset.labelWords, draft.words, note("words"))], true);
  await showFiles(draft.ref);
  part("files").onchange = () => addFiles(draft.ref);
  navigator.locks.request(lockOf(draft.ref), () => new Promise((resolve) => { letGo = resolve; }));
  plan(draft);
}

/* Words of a memory that school has, typed before the line went. */
function openCopy(ref, copy) {
  const note = (name) => (value) => {
    copy.words = copy.words.map(([known, old]) => [known, known === name ? value : old]);
    keep(ref, copy);
  };
  const texts = copy.words.filter(([name]) => FIELD.test(name));
  write(copy.title || room.dataset.untitled, texts.map(([name, value]) => field(name, label(name), value, note(name))), false);
}

async function addFiles(ref) {
  const input = part("files");
  for (const file of input.files) {
    const small = file.size <= Number(box.dataset.keeps);
    part("too-large").hidden = small;
    if (small) await put("files", { id: crypto.randomUUID(), story: ref, file, name: file.name, modified: file.lastModified }).catch(() => { part("too-large").hidden = false; });
  }
  input.value = "";
  await showFiles(ref);
}

async function showFiles(ref) {
  const mine = (await all("files")).filter(({ story }) => story === ref);
  part("file-list").replaceChildren(...mine.map(({ name }) => Object.assign(document.createElement("li"), { className: "item", textContent: `${name}. ${here}` })));
}

let timer;
function plan(draft) {
  clearTimeout(timer);
  timer = setTimeout(() => goBack(draft), PAUSE);
}

/* With a line, on to the memory itself. While it is sent nobody can type, so that nothing is typed into a page that goes. */
async function goBack(draft) {
  if (!navigator.onLine || part("editor").hidden) return;
  const controls = part("fields").querySelectorAll("input, textarea");
  for (const control of controls) control.readOnly = true;
  const sent = await sendHeld(await get("drafts", draft.ref)).catch(() => ({ state: "here" }));
  if (sent.state === "safe") return location.replace(sent.address);
  for (const control of controls) control.readOnly = false;
  part("sign-in").hidden = sent.state !== "signed-out";
  timer = setTimeout(() => goBack(draft), 5 * PAUSE);
}

async function turn() {
  clearTimeout(timer);
  letGo();
  const ref = location.hash.slice(1) || location.pathname.split("/").at(-2);
  const draft = await get("drafts", ref).catch(() => undefined);
  if (draft) return openDraft(draft);
  if (kept(ref)) return openCopy(ref, kept(ref));
  part("front").hidden = false;
  part("editor").hidden = true;
  return list();
}

/* Whoever was here has not been here for too long: nothing of theirs stays in sight. */
function watch() {
  if (isHere()) return;
  room.querySelector("[data-somebody]").remove();
  part("nobody").hidden = false;
}

if (room && who) {
  room.querySelector("[data-somebody]").hidden = false;
  part("nobody").hidden = true;
  part("begin").addEventListener("submit", async (event) => {
    event.preventDefault();
    const title = part("begin").elements.title.value.trim() || room.dataset.untitled;
    const draft = await begin(title);
    part("begin").reset();
    if (draft) location.hash = draft.ref;
    else await list();
  });
  addEventListener("hashchange", turn);
  addEventListener("online", () => { part("back").hidden = false; });
  setInterval(watch, 5000);
  turn();
  for (const kind of ["drafts", "files"]) all(kind).then((rows) => rows.forEach((row) => tell(`${kind}-${row.ref || row.id}`, { state: "here" })));
  for (const [ref] of copies()) tell(`words-${ref}`, { state: "here" });
}
