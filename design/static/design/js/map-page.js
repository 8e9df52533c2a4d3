/* The list beside the map follows what is chosen and what is in view, without a new page. Leaflet comes only when somebody wants to move the map. */
const form = document.querySelector("form[data-map-form]");
const stage = document.querySelector("[data-map]");
const told = document.querySelector("[data-told]");
const button = stage.querySelector("[data-move]");
const { bbox, place } = form.elements;
let asked, moving;

function asks() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
}

function fill(input, value) {
  input.value = value;
  input.disabled = value === "";
}

async function show({ keep = "pushState" } = {}) {
  asked?.abort();
  asked = new AbortController();
  const address = `${form.getAttribute("action")}?${asks()}`;
  try {
    const answer = await fetch(address, { signal: asked.signal });
    swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
    history[keep](null, "", address);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  }
}

function swap(page) {
  const list = document.querySelector("[data-map-list]");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.open : undefined;
  list.replaceWith(page.querySelector("[data-map-list]"));
  document.querySelector("[data-pins]")?.replaceWith(document.importNode(page.querySelector("[data-pins]"), true));
  if (focused) document.querySelector(`[data-map-list] [data-open="${CSS.escape(focused)}"]`)?.focus();
  told.textContent = document.querySelector("#pinned").textContent;
}

async function open(slug) {
  fill(place, slug);
  await show();
  document.querySelector("#here")?.focus();
}

async function move() {
  if (moving) return moving.whole();
  button.disabled = true;
  try {
    const { begin } = await import(stage.dataset.moving);
    moving = await begin(stage, { asks, open, moved });
    button.querySelector("span").textContent = stage.dataset.whole;
  } catch {
    told.textContent = stage.dataset.fault;
  }
  button.disabled = false;
}

function moved(box) {
  fill(bbox, box);
  return show({ keep: "replaceState" });
}

form.addEventListener("change", () => {
  show();
  moving?.draw();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
addEventListener("click", (event) => {
  const link = event.target.closest("[data-open], [data-pin]");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link) {
    event.preventDefault();
    open(link.dataset.open ?? link.dataset.pin);
  } else if (!moving && event.target.closest(".map__frame")) move();
});
button.addEventListener("click", move);
addEventListener("popstate", () => location.reload());
