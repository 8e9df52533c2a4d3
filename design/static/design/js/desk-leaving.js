/*
 * Signing out: what is not yet at school is never thrown away unasked. Whoever leaves says whether it waits on this
 * device for them, is thrown away, or whether they stay. Without a line school is told later, and nobody sees anything here.
 */
import { copies, forget, forgetTranscript, transcripts } from "./desk-copies.js";
import { settled, unsafe } from "./desk-line.js";
import { all, remove } from "./desk-store.js";
import { leave } from "./desk-who.js";

const box = document.querySelector("dialog[data-leaving]");
const form = document.querySelector("form[data-sign-out]");
const list = box?.querySelector("[data-leaving-list]");

/* What would stay behind, by name. */
async function left() {
  await settled();
  const drafts = (await all("drafts")).map(({ title }) => title);
  const words = copies().map(([, copy]) => copy.title || box.dataset.words);
  const files = (await all("files")).map(({ name }) => name);
  const written = transcripts().map(() => box.dataset.transcript);
  const others = unsafe().filter((each) => each.name).map((each) => each.name);
  return [...new Set([...drafts, ...words, ...files, ...written, ...others])];
}

async function throwAway() {
  for (const { ref } of await all("drafts")) await remove("drafts", ref);
  for (const { id } of await all("files")) await remove("files", id);
  for (const [ref] of copies()) forget(ref);
  for (const ref of transcripts()) forgetTranscript(ref);
  document.dispatchEvent(new CustomEvent("desk:thrown-away"));
}

function go() {
  const later = !navigator.onLine || !form.elements.csrfmiddlewaretoken;
  leave({ later });
  if (later) location.assign(box.dataset.shell);
  else form.submit();
}

async function asked(event) {
  event.preventDefault();
  const names = await left();
  if (!names.length) return go();
  list.replaceChildren(...names.map((name) => Object.assign(document.createElement("li"), { textContent: name })));
  box.showModal();
}

if (box && form) {
  form.addEventListener("submit", asked);
  box.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    box.close();
    const answer = event.submitter?.value;
    if (answer === "throw") await throwAway();
    if (answer !== "stay") go();
  });
}

