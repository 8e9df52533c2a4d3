/* What the scripts of one page share: the list of what is on this device, where it is kept, and who sends it. */
import { Tus } from "./desk-tus.js";
import { Sender } from "./recording-sender.js";
import { Store } from "./recording-store.js";

export const box = document.querySelector("[data-on-this-device]");

async function made() {
  const { marks, key, tus } = box.dataset;
  const store = await Store.open({ marks: marks.split(" "), key });
  const csrf = document.querySelector("[name=csrfmiddlewaretoken]").value;
  return { store, sender: new Sender(store, new Tus(tus, csrf)) };
}

/* Rejects where this browser keeps nothing. */
export const home = box ? made() : new Promise(() => {});
home.catch(() => {});
