/* Taking pictures: of a thing, or of each page of a paper. Each is on the device, shut away, before it is looked at. */
import { home } from "./recording-home.js";
import { kindOf, open, Stage } from "./recording-stage.js";

const root = document.querySelector("[data-recorder]");
const preview = root.querySelector("[data-preview]");
const QUALITY = 0.92;
const stage = new Stage(root, begin);
let stream;
let facing = "environment";

function close() {
  for (const track of stream?.getTracks() || []) track.stop();
  preview.srcObject = stream = null;
}

async function begin() {
  if (stage.state === "asking") return;
  stage.trouble("");
  stage.to("asking");
  try {
    await (await home).store.ready();
    close();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: facing }, width: { ideal: 3840 }, height: { ideal: 2160 } } });
    preview.srcObject = stream;
    await preview.play();
  } catch (error) {
    close();
    await stage.review();
    return stage.trouble(kindOf(error), { again: true });
  }
  return stage.to("recording");
}

/* A drawing of what the camera sees, so nothing of where and when is in it. */
function picture() {
  const paper = document.createElement("canvas");
  paper.width = preview.videoWidth;
  paper.height = preview.videoHeight;
  paper.getContext("2d").drawImage(preview, 0, 0);
  return new Promise((resolve) => { paper.toBlob(resolve, "image/jpeg", QUALITY); });
}

async function take() {
  try {
    const { store } = await home;
    const blob = await picture();
    close();
    const row = await store.begin({ memory: root.dataset.memory, way: stage.way, type: blob.type, state: "stopped", isWhole: true });
    await store.add(row, blob, 0);
    await stage.review();
  } catch (error) {
    close();
    await stage.review();
    stage.trouble(kindOf(error), { again: true });
  }
}

function turn() {
  facing = facing === "environment" ? "user" : "environment";
  return begin();
}

root.querySelector("[data-take]").addEventListener("click", take);
root.querySelector("[data-turn]").addEventListener("click", turn);
addEventListener("pagehide", close);
open(stage, Boolean(navigator.mediaDevices?.getUserMedia && window.indexedDB && crypto.subtle));
