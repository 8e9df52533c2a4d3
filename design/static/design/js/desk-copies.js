/* Copies of words that are not yet at school, one for each memory, under the name of the person who typed them. Written at once, since a page may be closed at once. */
import { who, token } from "./desk-who.js";

const key = (ref) => `desk-${who}-${ref}`;
const named = { edition: "edition", screen: "screen" };

/* Whether the browser kept it. */
export function keep(ref, copy) {
  try {
    localStorage.setItem(key(ref), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function kept(ref) {
  try {
    return JSON.parse(localStorage.getItem(key(ref)));
  } catch {
    return null;
  }
}

export function forget(ref) {
  try {
    localStorage.removeItem(key(ref));
  } catch { /* A browser that keeps nothing has nothing to forget. */ }
}

/* All of this person: [ref, copy]. */
export function copies() {
  if (!who) return [];
  try {
    const mine = Object.keys(localStorage).filter((name) => name.startsWith(key("")));
    return mine.map((name) => name.slice(key("").length)).map((ref) => [ref, kept(ref)]).filter(([, copy]) => copy);
  } catch {
    return [];
  }
}

/* The recordings of which something written down is not yet at school; transcript-saving.js keeps it and sends it when it is opened. */
export function transcripts() {
  const start = `transcript-${who}-`;
  try {
    return who ? Object.keys(localStorage).filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)) : [];
  } catch {
    return [];
  }
}

export function forgetTranscript(ref) {
  localStorage.removeItem(`transcript-${who}-${ref}`);
}

/* The lock that a page holds while it has a memory open, so that nobody sends an older copy behind its back. */
export function lockOf(ref) {
  return `desk-memory-${ref}`;
}

/* Sends the words of a memory that no page has open. "safe", "here" (later), "both" (changed elsewhere as well), "signed-out". */
export async function send(ref, address) {
  return navigator.locks.request(lockOf(ref), { ifAvailable: true }, async (lock) => {
    const copy = kept(ref);
    if (!lock || !copy) return copy ? "here" : "safe";
    const answer = await fetch(address, { method: "POST", body: bodyOf(copy), headers: { Accept: "application/json" }, redirect: "error", signal: AbortSignal.timeout(30000) });
    if (answer.status === 409) keep(ref, { ...copy, both: true });
    if (!answer.ok) return { 409: "both", 401: "signed-out" }[answer.status] || "here";
    if (Object.keys((await answer.json()).errors).length) return "both";
    forget(ref);
    return "safe";
  });
}

function bodyOf(copy) {
  const body = new FormData();
  for (const [name, value] of copy.words) body.append(name, value);
  for (const [name, value] of Object.entries(named)) body.set(name, copy[value]);
  body.set("csrfmiddlewaretoken", token());
  return body;
}
