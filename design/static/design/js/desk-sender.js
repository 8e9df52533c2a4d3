/*
 * Sends files, two at a time, whichever page of the desk is open. A line that drops costs nothing: each file goes on from
 * where it was. One that is kept on the device goes on after a reload or a closed tab too; one tab sends it, the others wait.
 * What happens to a job is told to its `on` (say, show, wrong, placed), where a page shows it, and to the line of the desk.
 */
import { Trouble, Tus } from "./desk-tus.js";
import { here, only, tell } from "./desk-line.js";
import { all, get, put, remove } from "./desk-store.js";
import { token } from "./desk-who.js";

const box = document.querySelector("[data-work]");
const AT_ONCE = 2;
const PIECE = 8 * 1024 ** 2; // Bytes: what a proxy that keeps a whole request can lose at most.
const LONGEST_WAIT = 30000; // Milliseconds between two tries.
const TOGETHER = 300 * 1024 ** 2; // Bytes that are kept on a device at most, for all files.
export const WHY = {
  again: `${here}. ${box?.dataset.goesOn}`,
  busy: box?.dataset.busy,
  unreadable: box?.dataset.unreadable,
  refused: box?.dataset.refused,
  "signed-out": box?.dataset.chooseAgain,
};
const tus = box?.dataset.who && new Tus(box.dataset.uploads, token());
const news = new BroadcastChannel("desk-files");
const jobs = new Map();
const heard = new Map(); // What other tabs said of files that this one had not taken up yet.
const late = new Map(); // Jobs that another tab has sent, and of which it has not told yet.
const taken = new Set();
const waiting = [];
let sending = 0;

/* Keeps a file on the device if it is small enough, and sends it. The answer is the job. */
export async function send(file, story, on = {}) {
  const job = { file, story, on, id: crypto.randomUUID(), stop: new AbortController() };
  job.kept = await isKept(job);
  return enter(job);
}

async function isKept({ id, file, story }) {
  const others = await all("files");
  const room = TOGETHER - others.reduce((sum, each) => sum + each.file.size, 0);
  if (file.size > Number(box.dataset.keeps) || file.size > room) return false;
  try {
    await put("files", { id, story, file, name: file.name, modified: file.lastModified });
    return true;
  } catch {
    return false;
  }
}

function enter(job) {
  jobs.set(job.id, job);
  report(job, "here");
  waiting.push(job);
  next();
  return job;
}

/* Takes up what is kept; `on(job)` gives what shows a job, or nothing. Those that school refused are only told. */
export async function takeUp(on = () => {}) {
  for (const row of await all("files")) {
    if (jobs.has(row.id) || !tus) continue;
    const file = new File([row.file], row.name, { type: row.file.type, lastModified: row.modified });
    const job = { ...row, file, kept: true, stop: new AbortController() };
    job.on = on(job) || {};
    if (row.refused) wrong(job, row.refused);
    else enter(job);
  }
}

/* Says of what is kept that it is here, before anything takes it up; what another tab has sent is safe. */
export async function look() {
  const rows = await all("files");
  only("file-", [...rows.map((row) => row.id), ...jobs.keys()].map((id) => `file-${id}`));
  for (const row of rows) if (!jobs.has(row.id)) report(row, row.refused ? "stuck" : "here");
}

/* Whether leaving this page would stop a file that cannot go on by itself. */
export function wouldStop() {
  return [...jobs.values()].some((job) => !job.kept);
}

function report(job, state) {
  tell(`file-${job.id}`, { state, done: job.offset || 0, whole: job.file.size, link: box.dataset.memory.replace("REF", job.story) });
}

function next() {
  while (sending < AT_ONCE && waiting.length) work(waiting.shift());
}

async function work(job) {
  sending += 1;
  try {
    if (job.kept) await navigator.locks.request(`desk-file-${job.id}`, { ifAvailable: true }, (lock) => lock ? held(job) : elsewhere(job));
    else await untilItWorks(job);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    await failed(job, error);
  } finally {
    taken.delete(job.address);
    sending -= 1;
    next();
  }
}

/* Another tab has it: this one goes on when that one ends without having sent it. */
async function elsewhere(job) {
  job.on.say?.(WHY.busy);
  report(job, "sending");
  navigator.locks.request(`desk-file-${job.id}`, { signal: job.stop.signal }, async () => {
    if (await get("files", job.id)) waiting.unshift(job);
    else await sentElsewhere(job);
  }).then(next, () => {});
}

async function held(job) {
  if (await get("files", job.id)) await untilItWorks(job);
  else await sentElsewhere(job);
}

/* Another tab was quicker, and may have been closed before it told: school knows too what became of the file. */
async function sentElsewhere(job) {
  const asked = job.address && await tus.outcome(job.address).catch(() => null);
  if (!jobs.has(job.id)) return;
  const answer = heard.get(job.id) || asked;
  done(job);
  if (answer && "html" in answer) job.on.placed?.(answer);
  else late.set(job.id, job);
}

async function failed(job, error) {
  if (job.stop.signal.aborted) return done(job);
  const sentence = error.sentence || WHY[error.kind] || WHY.refused;
  if (job.kept && error.kind === "signed-out") {
    jobs.delete(job.id);
    report(job, "here");
    return job.on.wrong?.(box.dataset.signedOut);
  }
  const row = job.kept && await get("files", job.id);
  if (row) await put("files", { ...row, refused: sentence });
  job.kept = Boolean(row);
  wrong(job, sentence);
}

function wrong(job, sentence) {
  jobs.delete(job.id);
  report(job, job.kept ? "stuck" : "safe");
  job.on.wrong?.(sentence);
}

function done(job) {
  jobs.delete(job.id);
  report(job, "safe");
}

/* Tries again and again, with longer and longer waits; Wi-Fi that comes back ends a wait, and so does a device that wakes. */
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
      job.on.show?.(job.offset || 0, job.file.size);
      job.on.say?.(WHY[error.kind] || WHY.again);
      report(job, "here");
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
    const over = new AbortController();
    const end = () => { over.abort(); clearTimeout(timer); resolve(); };
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end, over);
    document.addEventListener("visibilitychange", () => document.hidden || end(), over);
  });
}

async function sent(job) {
  if (!job.address) {
    job.address = await begunBefore(job) || await tus.begin(job.file.size, about(job));
    await note(job);
  }
  taken.add(job.address);
  job.on.begun?.(job.address);
  let offset = await tus.offset(job.address);
  while (offset < job.file.size) {
    const from = offset;
    const progress = (bytes) => shown(job, Math.min(from + bytes, job.file.size - 1));
    progress(0);
    offset = await tus.send(job.address, job.file.slice(from, from + PIECE), from, { progress, signal: job.stop.signal });
    job.wait = 1000;
  }
  shown(job, offset);
}

/* A page may go before it hears that a file has arrived: the next one asks there, and sends nothing twice. */
async function note(job) {
  const row = job.kept && await get("files", job.id);
  if (row) await put("files", { ...row, address: job.address });
}

function shown(job, bytes) {
  job.offset = bytes;
  job.on.show?.(bytes, job.file.size);
  report(job, "sending");
}

function about({ file, story }) {
  return { filename: file.name, story, modified: file.lastModified };
}

async function begunBefore({ file, story }) {
  const same = (one) => one.name === file.name && one.size === file.size && one.modified === String(file.lastModified);
  return (await tus.unfinished(story)).find((one) => same(one) && !taken.has(one.address))?.address;
}

async function placed(job) {
  const answer = await tus.outcome(job.address);
  if (answer.refused) throw new Trouble("refused", answer.refused);
  if (!answer.waiting && !("html" in answer)) throw new Trouble("again");
  if (job.kept) await remove("files", job.id);
  if (answer.waiting) throw new Trouble("refused", answer.waiting);
  done(job);
  job.on.placed?.(answer);
  news.postMessage({ id: job.id, answer });
}

/* The writer does not want it after all. */
export async function leaveOut(job) {
  job.stop.abort();
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  if (job.kept) await remove("files", job.id);
  done(job);
  if (job.address) await letGo(job.address);
}

/* The server may need a moment to see that nobody sends any more. */
export async function letGo(address) {
  for (const wait of [0, 500, 2000, 5000]) {
    await pause(wait);
    try {
      await tus.end(address);
      break;
    } catch (error) {
      if (!["again", "busy"].includes(error.kind)) break;
    }
  }
}

news.addEventListener("message", ({ data }) => {
  const job = jobs.get(data.id) || late.get(data.id);
  if (!job) return heard.set(data.id, data.answer);
  late.delete(data.id);
  job.stop.abort();
  done(job);
  job.on.placed?.(data.answer);
});
