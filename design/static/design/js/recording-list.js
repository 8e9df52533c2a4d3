/* Says of everything that was recorded here where it is: on this device, on its way, or safe at school. */
import { box, home } from "./recording-home.js";
import { isHeld } from "./recording-locks.js";

const words = box?.dataset;
const list = box?.querySelector("[data-list]");
const here = () => (matchMedia("(max-width: 48rem)").matches ? words.phone : words.computer);
const rows = new Map();
const form = document.getElementById("memory-form");

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function when(take) {
  const how = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(document.documentElement.lang, how).format(take.started);
}

/* {here} begins a sentence in some and ends it in others. */
function filled(text, values = {}) {
  const place = here();
  const inside = place.charAt(0).toLocaleLowerCase() + place.slice(1);
  const all = { percent: 0, ...values };
  return text.replace(/\{(\w+)\}/g, (_, name, at) => (name === "here" ? (at ? inside : place) : all[name]));
}

function row(take) {
  const made = { take, line: element("li", "item"), state: element("p", "quiet"), bar: document.createElement("progress"), buttons: element("div", "button-row") };
  made.name = words[take.way].replace("{when}", when(take));
  made.bar.max = 100;
  made.bar.value = 0;
  made.bar.setAttribute("aria-label", `${words.bar}: ${made.name}`);
  made.state.setAttribute("role", "status");
  made.line.append(element("p", "item__name", made.name), made.bar, made.state, made.buttons);
  list.append(made.line);
  rows.set(take.id, made);
  return made;
}

function say(one, text) {
  if (one.state.textContent !== text) one.state.textContent = text;
}

function link(one, address, label) {
  const made = element("a", "", label);
  made.href = address;
  made.append(element("span", "visually-hidden", `: ${one.name}`));
  one.buttons.replaceChildren(made);
}

function button(one, label, action) {
  const made = element("button", "button button--plain", label);
  made.type = "button";
  made.append(element("span", "visually-hidden", `: ${one.name}`));
  made.addEventListener("click", action);
  return made;
}

/* Steps of a sending that are worth a word to somebody who listens are few; the bar shows the rest. */
const TOLD = {
  sending: (one, { percent }) => {
    one.bar.value = percent;
    say(one, filled(words.sending, { percent: percent - (percent % 5) }));
  },
  sent: (one) => { one.bar.value = 99; say(one, words.sent); },
  again: (one) => say(one, filled(words.again)),
  waiting: (one) => say(one, filled(words.waiting)),
  "signed-out": (one) => say(one, filled(words.signedOut)),
  refused: (one, { sentence }) => refused(one, sentence),
  safe: (one, { answer }) => safe(one, answer),
};

function safe(one, answer) {
  one.isSafe = true;
  one.bar.remove();
  one.buttons.remove();
  one.state.className = "saved saved--done";
  say(one, words.safe);
  if (!form) return;
  if (answer.part && !document.getElementById(`part-${answer.part}`)) form.querySelector("[data-parts]").insertAdjacentHTML("beforeend", answer.html);
  one.line.remove();
  form.dispatchEvent(new CustomEvent("desk:part"));
  uncover();
}

async function refused(one, sentence) {
  const { store } = await home;
  one.bar.hidden = true;
  one.line.classList.add("item--refused");
  say(one, `${filled(words.refused)}. ${sentence || ""}`);
  const save = button(one, words.labelSave, async () => {
    const file = element("a", "");
    file.href = URL.createObjectURL(await store.blob(one.take));
    file.download = one.take.name;
    file.click();
  });
  const out = button(one, words.labelOut, () => {
    const yes = button(one, words.labelSure, () => store.remove(one.take));
    const no = button(one, words.labelNo, () => refused(one, sentence));
    one.buttons.replaceChildren(yes, no);
    no.focus();
  });
  one.buttons.replaceChildren(save, out);
}

function told({ detail }) {
  const one = rows.get(detail.id);
  if (one && !one.isSafe) TOLD[detail.what]?.(one, detail);
}

function describe(one) {
  const { take } = one;
  const address = `${words.desk}${take.memory}/`;
  const isKept = take.state === "kept";
  one.bar.hidden = !isKept;
  if (take.refused) return refused(one, take.refused);
  if (!isKept) {
    say(one, filled(words.unfinished));
    link(one, `${address}record/${take.way}/`, take.way === "picture" ? words.labelLook : words.labelFinish);
  } else {
    say(one, filled(words.turn));
    if (!words.memory) link(one, address, words.labelOpen);
  }
}

function uncover() {
  box.hidden = !list.children.length;
}

async function isShownElsewhere(take) {
  return take.state !== "kept" && (take.way === words.way || await isHeld(take));
}

async function show(store) {
  const takes = await store.takes(words.memory);
  const known = new Set(takes.map((take) => take.id));
  for (const [id, one] of rows) if (!known.has(id) && !one.isSafe) { one.line.remove(); rows.delete(id); }
  for (const take of takes) {
    if (take.address) form?.dispatchEvent(new CustomEvent("desk:coming", { detail: take.address }));
    const one = rows.get(take.id);
    if (one) {
      const isNew = one.take.state !== take.state;
      one.take = take;
      if (isNew) describe(one);
    } else if (!await isShownElsewhere(take) && !rows.has(take.id)) describe(row(take));
  }
  uncover();
}

async function begin() {
  const { store, sender } = await home;
  sender.addEventListener("told", told);
  store.addEventListener("changed", () => show(store));
  await show(store);
  if ((await store.takes()).some((take) => take.state === "kept")) sender.go();
}

if (box) begin().catch(() => {}); // A browser that keeps nothing has nothing to list.
