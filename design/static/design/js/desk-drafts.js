/* Memories begun without Wi-Fi: made at school as soon as there is a line, each once, whatever replies get lost. */
import { all, get, put, remove } from "./desk-store.js";
import { keep } from "./desk-copies.js";
import { token } from "./desk-who.js";

const box = document.querySelector("[data-work]");
const FEW = 3; // Starts below which more are asked for.

export const lockOf = (ref) => `desk-draft-${ref}`;

/* Begins one with a start that was handed out ahead; undefined where none is left. */
export async function begin(title) {
  const [start] = await all("starts");
  if (!start) return undefined;
  const draft = { ref: start.start.split(":")[0], start: start.start, title, words: "", at: Date.now() };
  await put("drafts", draft);
  await remove("starts", start.start);
  return draft;
}

/* Sends one. "safe" (and its address), "here" (later) or "signed-out". */
export async function send(ref) {
  return navigator.locks.request(lockOf(ref), { ifAvailable: true }, async (lock) => {
    const draft = lock && await get("drafts", ref);
    return draft ? sendHeld(draft) : { state: lock ? "safe" : "here" };
  });
}

/* The same by whoever holds its lock. */
export async function sendHeld(draft) {
  const body = new FormData();
  for (const name of ["title", "words", "start"]) body.set(name, draft[name]);
  body.set("csrfmiddlewaretoken", token());
  const response = await fetch(box.dataset.drafts, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error", signal: AbortSignal.timeout(30000) });
  if (response.status === 401) return { state: "signed-out" };
  const answer = response.ok || response.status === 422 ? await response.json() : null;
  if (response.ok) return arrived(draft, answer);
  if (answer?.start) await startAgain(draft, answer.start);
  return { state: "here" };
}

async function arrived(draft, answer) {
  if (!answer.kept) keep(draft.ref, { edition: answer.edition, screen: "", title: draft.title, names: ["title", answer.field], words: [["title", draft.title], [answer.field, draft.words]] });
  await remove("drafts", draft.ref);
  return { state: "safe", address: answer.address };
}

/* School does not know this start any more: another one for the same memory and its files. */
async function startAgain(draft, start) {
  const ref = start.split(":")[0];
  await put("drafts", { ...draft, ref, start });
  for (const file of await all("files")) if (file.story === draft.ref) await put("files", { ...file, story: ref });
  await remove("drafts", draft.ref);
}

/* Asks for more starts while there is a line. */
export async function stockUp() {
  if ((await all("starts")).length >= FEW) return;
  const response = await fetch(box.dataset.drafts, { headers: { Accept: "application/json" }, redirect: "error" });
  if (!response.ok) return;
  for (const start of (await response.json()).starts) await put("starts", { start });
}
