/* While something is recorded: the screen stays on, a shared computer does not sign out, and closing the tab asks first. */
let lock;
let on = false;

async function stayAwake() {
  try {
    lock = await navigator.wakeLock?.request("screen");
  } catch { /* A battery that is low says no; it is recorded all the same. */ }
}

const ask = (event) => event.preventDefault();
const back = () => on && !document.hidden && stayAwake();

export function guard() {
  on = true;
  stayAwake();
  document.addEventListener("visibilitychange", back);
  addEventListener("beforeunload", ask);
}

export function unguard() {
  on = false;
  lock?.release();
  document.removeEventListener("visibilitychange", back);
  removeEventListener("beforeunload", ask);
}

/* Tells desk-idle.js that somebody is there, although nobody touches anything. */
export function isBusy() {
  dispatchEvent(new Event("desk:busy"));
}
