/* Opens a picture large, over the page: closer and to the side by buttons, keys, wheel, and one or two fingers. */
import { closerLook } from "./picture-closer.js";

const dialog = document.querySelector("[data-viewer]");
const find = (name) => dialog.querySelector(`[data-${name}]`);
const pictures = [...document.querySelectorAll("[data-opens]")];
const image = new Image();
find("stage").append(image);
const look = closerLook(find("stage"), image);
let shown = 0;

function show(number) {
  shown = (number + pictures.length) % pictures.length;
  const link = pictures[shown];
  image.src = link.href;
  image.alt = link.dataset.words;
  if (link.dataset.width) Object.assign(image, { width: link.dataset.width, height: link.dataset.height });
  find("caption").textContent = link.closest("figure").querySelector("figcaption")?.textContent ?? "";
  find("shows").textContent = link.dataset.words;
  find("place").textContent = pictures.length > 1 ? `Picture ${shown + 1} of ${pictures.length}` : "";
  look.whole();
}

for (const [number, link] of pictures.entries()) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(number);
    dialog.showModal();
    find("stage").focus();
  });
}
for (const name of ["before", "after"]) {
  find(name).hidden = pictures.length < 2;
  find(name).addEventListener("click", () => show(shown + (name === "before" ? -1 : 1)));
}
find("in").addEventListener("click", () => look.by(1.5));
find("out").addEventListener("click", () => look.by(1 / 1.5));
find("shut").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => pictures[shown].focus());
dialog.addEventListener("keydown", (event) => {
  const side = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  const keys = { "+": () => look.by(1.5), "=": () => look.by(1.5), "-": () => look.by(1 / 1.5), 0: () => look.whole() };
  if (event.ctrlKey || event.metaKey || event.altKey || !(side || keys[event.key])) return;
  event.preventDefault();
  if (keys[event.key]) keys[event.key]();
  else if (look.isClose) look.aside(...side.map((way) => way * 80));
  else if (side[0] && pictures.length > 1) show(shown - side[0]);
});
