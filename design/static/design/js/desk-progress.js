/* While the worker makes a file ready, asks every two seconds how far it is. */
const form = document.querySelector("form[data-memory]");
const EVERY = 2000;
let timer;

async function ask() {
  timer = undefined;
  if (!form.querySelector("[data-waiting]")) return;
  try {
    const response = await fetch(form.dataset.progress, { headers: { Accept: "application/json" } });
    if (response.ok) show((await response.json()).items);
  } catch { /* No Wi-Fi just now: ask again. */ }
  plan();
}

function show(items) {
  for (const [part, html] of Object.entries(items)) {
    const box = form.querySelector(`[data-item-state="${part}"]`);
    if (box?.querySelector("[data-waiting]")) replace(box, html);
  }
}

/* Whoever stands on a button with the keyboard goes on standing there. */
function replace(box, html) {
  const button = box.contains(document.activeElement) && document.activeElement.value;
  box.innerHTML = html;
  if (button) box.querySelector(`[value="${button}"]`)?.focus();
}

function plan() {
  timer ??= setTimeout(ask, EVERY);
}

if (form) {
  form.addEventListener("desk:part", plan);
  form.addEventListener("desk:saved", plan);
  plan();
}
