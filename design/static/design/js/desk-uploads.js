/*
 * Sends files from the device, two at a time, each with its own progress. One that fails takes no other with it.
 * A line that drops costs nothing: each file goes on from where it was, by itself while the page is open, and
 * else when the same file is chosen again. School knows what has begun, so nothing is remembered on the device.
 */
import { Trouble, Tus } from "./desk-tus.js";

const form = document.querySelector("form[data-memory]");
const box = form?.querySelector("[data-uploads]");
const list = box?.querySelector("[data-upload-list]");
const AT_ONCE = 2;
const PIECE = 8 * 1024 ** 2; // Bytes: what a proxy that keeps a whole request can lose at most.
const LONGEST_WAIT = 30000; // Milliseconds between two tries.
const HERE = matchMedia("(max-width: 48rem)").matches ? "On this phone" : "On this computer";
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // Marks that could disguise a name.
const WHY = {
  again: `${HERE}. It goes on by itself when the Wi-Fi is back`,
  busy: "Another tab is sending this file. We wait for it",
  unreadable: "This file has changed, or it is a folder. Choose it once more. Nothing else you added is lost.",
  refused: "That did not work. The file is still on this device.",
  "signed-out": "You have been signed out. Sign in again, and choose this file once more. It goes on from where it was.",
};
const tus = box && new Tus(form.dataset.uploads, form.elements.csrfmiddlewaretoken.value);
const taken = new Set();
const waiting = [];
let sending = 0;

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function press(label, name, action) {
  const made = element("button", "button button--plain", label);
  made.type = "button";
  made.append(element("span", "visually-hidden", `, ${name}`));
  made.addEventListener("click", action);
  return made;
}

function row(file) {
  const name = file.name.replace(TURNING, "");
  const job = { file, line: element("li", "item"), bar: document.createElement("progress"), state: element("p", "quiet"), stop: new AbortController() };
  const title = element("p", "item__name");
  title.append(element("bdi", "", name));
  job.bar.max = 100;
  job.bar.value = 0;
  job.bar.setAttribute("aria-label", `Sending ${name}`);
  job.state.setAttribute("role", "status");
  job.buttons = element("div", "button-row");
  job.buttons.append(press("Leave it out", name, () => leaveOut(job)));
  job.line.append(title, job.bar, job.state, job.buttons);
  list.append(job.line);
  return job;
}

function say(job, text) {
  if (job.state.textContent !== text) job.state.textContent = text;
}

function show(job, bytes) {
  job.bar.value = Math.floor((bytes / job.file.size) * 100);
  say(job, bytes < job.file.size ? `Sending: ${job.bar.value}%` : "Sent. We are looking at it");
}

function wrong(job, sentence) {
  job.line.classList.add("item--refused");
  job.bar.hidden = true;
  job.state.className = "field__error";
  say(job, sentence);
}

function add(file) {
  const job = row(file);
  if (file.size > Number(form.dataset.largest)) return wrong(job, form.dataset.tooBig);
  say(job, `${HERE}. Waiting its turn`);
  waiting.push(job);
  next();
}

function next() {
  while (sending < AT_ONCE && waiting.length) work(waiting.shift());
}

async function work(job) {
  sending += 1;
  try {
    await untilItWorks(job);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (!job.stop.signal.aborted) wrong(job, error.sentence || WHY[error.kind] || WHY.refused);
  } finally {
    taken.delete(job.address);
    sending -= 1;
    next();
  }
}

/* Tries again and again, with longer and longer waits; Wi-Fi that comes back ends a wait. */
async function untilItWorks(job) {
  job.wait = 1000;
  while (!job.stop.signal.aborted) {
    try {
      await sent(job);
      return await placed(job);
    } catch (error) {
      if (error.kind === "gone") job.address = "";
      else if (!["again", "busy"].includes(error.kind)) throw error;
      if (job.stop.signal.aborted) break;
      if (!await isReadable(job.file)) throw new Trouble("unreadable");
      job.bar.value = Math.floor(((job.offset || 0) / job.file.size) * 100);
      say(job, WHY[error.kind] || WHY.again);
    }
    await pause(job.wait);
    job.wait = Math.min(job.wait * 2, LONGEST_WAIT);
  }
  throw new Trouble("stopped");
}

/* A browser says of a file that changed since it was chosen, and of a folder, only that sending failed. */
async function isReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

async function sent(job) {
  job.address ||= await begunBefore(job) || await tus.begin(job.file.size, about(job.file));
  taken.add(job.address);
  forget(job.address);
  let offset = await tus.offset(job.address);
  while (offset < job.file.size) {
    show(job, offset);
    const from = job.offset = offset;
    const progress = (bytes) => show(job, Math.min(from + bytes, job.file.size - 1));
    offset = await tus.send(job.address, job.file.slice(from, from + PIECE), from, { progress, signal: job.stop.signal });
    job.wait = 1000;
  }
  show(job, offset);
}

function about(file) {
  return { filename: file.name, story: form.dataset.memory, modified: file.lastModified };
}

async function begunBefore({ file }) {
  const same = (one) => one.name === file.name && one.size === file.size && one.modified === String(file.lastModified);
  return (await tus.unfinished(form.dataset.memory)).find((one) => same(one) && !taken.has(one.address))?.address;
}

async function placed(job) {
  const answer = await tus.outcome(job.address);
  if (answer.refused) throw new Trouble("refused", answer.refused);
  if (answer.waiting) throw new Trouble("refused", answer.waiting);
  if (!("html" in answer)) throw new Trouble("again");
  if (answer.part && !document.getElementById(`part-${answer.part}`)) form.querySelector("[data-parts]").insertAdjacentHTML("beforeend", answer.html);
  job.line.remove();
  form.dispatchEvent(new CustomEvent("desk:part"));
}

async function leaveOut(job) {
  job.stop.abort();
  job.line.remove();
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  if (job.address) await letGo(job.address);
}

/* The server may need a moment to see that nobody sends any more. */
async function letGo(address) {
  for (const wait of [0, 500, 2000, 5000]) {
    await pause(wait);
    try {
      await tus.end(address);
      break;
    } catch (error) {
      if (!["again", "busy"].includes(error.kind)) break;
    }
  }
  forget(address);
}

function offerToLeaveOut(line) {
  const buttons = element("div", "button-row");
  buttons.append(press("Leave it out", line.dataset.name, () => letGo(line.dataset.upload)));
  line.append(buttons);
}

/* Takes an upload off the list of those that have not finished. */
function forget(address) {
  const notice = box.querySelector("[data-coming]");
  for (const line of notice?.querySelectorAll("[data-upload]") || []) if (line.dataset.upload === address) line.remove();
  if (notice && !notice.querySelector("[data-upload]")) notice.remove();
}

if (box) {
  const input = box.querySelector("input[type=file]");
  for (const each of box.querySelectorAll("[data-without-script]")) each.hidden = true;
  for (const line of box.querySelectorAll("[data-upload]")) offerToLeaveOut(line);
  const take = () => {
    for (const file of input.files) add(file);
    input.value = "";
  };
  input.addEventListener("change", take);
  take(); // What was chosen before this script came over slow Wi-Fi.
  addEventListener("beforeunload", (event) => (sending || waiting.length) && event.preventDefault());
}
