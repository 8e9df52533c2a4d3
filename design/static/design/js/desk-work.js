/* On every page of the desk: sends what this device still keeps, whatever page it was made on, and says where it is. */
import { only, soon, tell } from "./desk-line.js";
import { all } from "./desk-store.js";
import { copies, transcripts, send as sendCopy } from "./desk-copies.js";
import { send as sendDraft, stockUp } from "./desk-drafts.js";
import { look as lookForFiles, takeUp } from "./desk-sender.js";
import { who } from "./desk-who.js";
import "./desk-leaving.js";

const box = document.querySelector("[data-work]");
const written = document.querySelector("form[data-transcript]")?.dataset.transcript;
const open = document.querySelector("form[data-memory]")?.dataset.memory;
const SOON = 2000; // Milliseconds to the first try again; each wait is twice the last.
const LONGEST = 60000;
let wait = SOON;
let timer;
let busy = false;

const addressOf = (ref) => box.dataset.memory.replace("REF", ref);

/* A try that fails says so by being false, and comes again. */
async function attempt(what, ref, send) {
  tell(`${what}-${ref}`, { state: "sending" });
  let state = "here";
  try {
    state = await send();
  } catch { /* No line: it stays on the device. */ }
  tell(`${what}-${ref}`, { state: { safe: "safe", both: "stuck" }[state] || "here", link: addressOf(ref) });
  return state !== "here";
}

async function round() {
  if (busy || !navigator.onLine) return look();
  busy = true;
  clearTimeout(timer);
  let well = true;
  for (const { ref } of await all("drafts")) well = await attempt("draft", ref, async () => (await sendDraft(ref)).state) && well;
  for (const [ref, copy] of copies()) if (ref !== open && !copy.both) well = await attempt("words", ref, () => sendCopy(ref, addressOf(ref))) && well;
  await stockUp().catch(() => { well = false; });
  if (!document.querySelector("form[data-memory] [data-uploads]")) await takeUp();
  busy = false;
  wait = well ? SOON : Math.min(wait * 2, LONGEST);
  if (!well) timer = setTimeout(round, wait);
  look();
}

/* What is kept now, also what another tab or a lost line left. */
async function look() {
  await lookForFiles();
  const drafts = (await all("drafts")).map(({ ref }) => `draft-${ref}`);
  const words = copies().filter(([ref]) => ref !== open);
  only("draft-", drafts);
  only("words-", [...words.map(([ref]) => `words-${ref}`), `words-${open}`]);
  for (const ref of transcripts()) if (ref !== written) tell(`transcript-${ref}`, { state: "stuck", link: box.dataset.transcript.replace("REF", ref) });
  if (busy) return;
  for (const name of drafts) tell(name, { state: "here" });
  for (const [ref, copy] of words) tell(`words-${ref}`, { state: copy.both ? "stuck" : "here", link: addressOf(ref) });
}

if (box?.dataset.who && who) {
  addEventListener("online", () => { wait = SOON; round(); });
  document.addEventListener("visibilitychange", () => document.hidden || round());
  document.addEventListener("desk:kept", look);
  const looked = look();
  soon(looked);
  looked.then(round);
  addEventListener("load", () => navigator.serviceWorker?.register(box.dataset.worker, { scope: box.dataset.scope, updateViaCache: "none" }).catch(() => {}));
}
