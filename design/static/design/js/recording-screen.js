/* Recording a sound or a film: start, pause, go on, done; then listen, and keep it. */
import { guard, isBusy, unguard } from "./recording-guard.js";
import { home } from "./recording-home.js";
import { hold } from "./recording-locks.js";
import { Meter } from "./recording-meter.js";
import { kindOf, open, Stage } from "./recording-stage.js";
import { Take } from "./recording-take.js";
import { typeFor } from "./recording-types.js";

const root = document.querySelector("[data-recorder]");
const isFilm = root.dataset.recorder === "film";
const LITTLE = (isFilm ? 200 : 20) * 1024 ** 2; // Bytes: about a quarter of an hour.
const FEW = 4; // Processors of a machine that falls behind with a large film, and then loses more of it in a crash.
const SPARE = 10; // Seconds, and per cent of the largest file, at which it is better to stop by oneself.
const stage = new Stage(root, begin);
const find = (what) => root.querySelector(what);
let take;
let meter;
let letGo;

function wanted() {
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  if (!isFilm) return { audio };
  const facingMode = { ideal: find("[name=facing]:checked").value };
  const [width, height, frameRate] = navigator.hardwareConcurrency > FEW ? [1280, 720, 25] : [640, 360, 20];
  return { audio, video: { facingMode, width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } } };
}

async function hasLittleRoom() {
  const { quota, usage } = await navigator.storage?.estimate?.() || {};
  return quota !== undefined && quota - usage < LITTLE;
}

async function begin() {
  if (stage.state === "asking") return;
  stage.trouble("");
  stage.to("asking");
  let stream;
  try {
    const { store } = await home;
    await store.ready();
    stream = await navigator.mediaDevices.getUserMedia(wanted());
    const row = await store.begin({ memory: root.dataset.memory, way: stage.way, type: typeFor(stage.way) });
    letGo = hold(row);
    take = new Take(store, stream, row);
    await take.start();
  } catch (error) {
    for (const track of stream?.getTracks() || []) track.stop();
    letGo?.();
    await stage.review();
    return stage.trouble(kindOf(error), { again: true });
  }
  navigator.storage?.persist?.();
  follow(stream);
  stage.to("recording");
  if (await hasLittleRoom()) stage.trouble("little-room");
}

function follow(stream) {
  guard();
  meter = new Meter(stream, find("[data-meter]"), find("[data-heard]"));
  const preview = find("[data-preview]");
  if (preview) {
    preview.srcObject = stream;
    preview.play();
  }
  take.addEventListener("saved", saved);
  take.addEventListener("gone", gone);
  take.addEventListener("full", () => finish(kindOf(take.error)));
}

function saved() {
  isBusy();
  showTime();
  const bytes = root.dataset.largest * (1 - SPARE / 100);
  if (take.row.bytes > bytes || take.seconds > root.dataset.longest - SPARE) finish("long");
}

function showTime() {
  const seconds = Math.floor(take?.row.seconds || 0);
  find("[data-time]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function pause() {
  take.pause();
  meter.pause();
  stage.to("paused");
}

function goOn() {
  if (take.stream.getTracks().some((track) => track.readyState === "ended")) return finish("quiet");
  stage.trouble("");
  take.goOn();
  meter.goOn();
  return stage.to("recording");
}

/* A call, or another app: what was said before is kept, and nothing goes on by itself. */
function gone() {
  if (!take || take.isEnding) return;
  if (take.stream.getTracks().some((track) => track.readyState === "ended")) finish("quiet");
  else if (stage.state === "recording") {
    pause();
    stage.trouble("quiet");
  }
}

async function finish(trouble = "") {
  if (!take || take.isEnding) return;
  take.isEnding = true;
  unguard();
  meter.stop();
  await take.stop();
  letGo();
  take = undefined;
  showTime();
  await stage.review();
  stage.trouble(trouble);
}

/* The page goes while something is recorded: all but the last half second is on the device, and the rest is tried. */
function leaving() {
  take?.flush();
}

find("[data-pause]").addEventListener("click", pause);
find("[data-go-on]").addEventListener("click", goOn);
find("[data-stop]").addEventListener("click", () => finish());
document.addEventListener("visibilitychange", () => document.hidden && leaving());
addEventListener("pagehide", leaving);
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("desk:leaving", () => finish());
open(stage, Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder && window.indexedDB && crypto.subtle));
