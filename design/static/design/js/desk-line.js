/*
 * Says on every page of the desk where one's work is: on this phone, sending, safe at school.
 * Whoever has work on its way says so: tell(name, { state: "here" | "sending" | "stuck" | "safe", done, whole, link }),
 * or dispatches "desk:where" on the document with the same in detail, and `what`. Words come from the page.
 */
const line = document.querySelector("[data-work]");
const small = matchMedia("(max-width: 48rem)").matches;
const work = new Map();
const looks = [];
let pending = 0;
const PATIENCE = 2000; // Milliseconds.

export const here = line?.dataset[small ? "herePhone" : "hereComputer"] || "";

export function tell(what, about) {
  if (about.state === "safe") work.delete(what);
  else work.set(what, about);
  show();
}

/* Everything of a kind that is no longer there is safe. */
export function only(kind, names) {
  for (const what of work.keys()) if (what.startsWith(kind) && !names.includes(what)) work.delete(what);
  show();
}

export function unsafe() {
  return [...work.values()];
}

/* Something that has yet to look before it can tell. Until then nothing is called safe. */
export function soon(looking) {
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  pending += 1;
  looks.push(looking);
  Promise.race([Promise.allSettled([looking]), patience]).then(() => {
    pending -= 1;
    show();
  });
}

/* Once everything has told; nobody is kept waiting by a browser that does not answer. */
export async function settled() {
  await Promise.race([Promise.allSettled(looks), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
}

function share(sending) {
  const whole = sending.reduce((sum, each) => sum + (each.whole || 1), 0);
  const done = sending.reduce((sum, each) => sum + (each.done || 0), 0);
  return Math.floor((done / whole) * 100);
}

function sentence() {
  const of = (state) => unsafe().filter((each) => each.state === state);
  const [stuck] = of("stuck");
  if (stuck) return ["stuck", line.dataset.stuck, stuck.link];
  const sending = of("sending");
  if (sending.length) return ["sending", line.dataset.sending.replace("%", `${share(sending)} %`)];
  if (work.size) return ["here", navigator.onLine ? here : `${here}. ${line.dataset.later}`];
  return ["safe", line.dataset.safe];
}

function show() {
  if (!line?.dataset.who && !line?.dataset.offline) return;
  const [state, text, link] = sentence();
  if (state === "safe" && pending) return;
  const words = line.querySelector("[data-work-words]");
  const way = line.querySelector("[data-work-link]");
  line.dataset.state = state;
  line.hidden = false;
  if (words.textContent !== text) words.textContent = text;
  way.hidden = !link;
  if (link) way.href = link;
}

if (line) {
  document.addEventListener("desk:where", ({ detail }) => tell(detail.what, detail));
  for (const name of ["online", "offline"]) addEventListener(name, show);
}
