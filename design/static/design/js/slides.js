/*
 * Turns a scrolling page of slides into one slide at a time: keys, a clicker's keys, swipe, press, hash, full screen.
 * Other scripts hear of each turn by the event "slide" on the document, and ask for one by "slide-go" (a number, from nought).
 */
const deck = document.querySelector("[data-slides]");
const slides = [...deck.querySelectorAll(".slide")];
const part = (name) => deck.querySelector(`[data-${name}]`);
const SWIPE = 50; // CSS pixels a finger travels before it counts as a swipe.
let here = 0;

function show(number, { told = true } = {}) {
  const next = Math.max(0, Math.min(number, slides.length - 1));
  deck.classList.toggle("is-going-back", next < here);
  slides[here].querySelectorAll("audio, video").forEach((media) => media.pause());
  here = next;
  slides.forEach((slide, index) => { slide.hidden = index !== here; });
  part("place").textContent = `${here + 1} of ${slides.length}`;
  part("back").disabled = here === 0;
  part("next").disabled = here === slides.length - 1;
  history.replaceState(null, "", `#${slides[here].id}`);
  window.scrollTo(0, 0);
  if (told) part("told").textContent = `Slide ${here + 1} of ${slides.length}. ${slides[here].getAttribute("aria-label") ?? ""}`;
  document.dispatchEvent(new CustomEvent("slide", { detail: { here, total: slides.length, slide: slides[here] } }));
}

function fromHash() {
  return Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));
}

/* Where a browser cannot (Safari on an iPhone) or may not, the slides stay as they are. */
function fillScreen(wanted = !document.fullscreenElement) {
  if (!document.fullscreenEnabled) return;
  const done = wanted ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  done.catch(() => {});
}

/* A black screen, so that everybody looks at whoever speaks. */
function blank(black = part("blank").hidden) {
  part("blank").hidden = !black;
  if (black) slides[here].querySelectorAll("audio, video").forEach((media) => media.pause());
  part("told").textContent = black ? "The screen is black. Press b to go on." : "";
}

const on = () => show(here + 1);
const back = () => show(here - 1);
const keys = {
  ArrowRight: on, ArrowDown: on, PageDown: on, " ": on, Enter: on, n: on,
  ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back,
  Home: () => show(0), End: () => show(slides.length - 1),
  b: () => blank(), B: () => blank(), ".": () => blank(), f: () => fillScreen(),
  Escape: () => (document.fullscreenElement ? fillScreen(false) : location.assign(part("leave").href)),
};

/* A slide taller than the screen is scrolled with the keys that scroll. */
const scrolls = (key) => /^(Arrow(Up|Down)|Page)/.test(key) && slides[here].offsetHeight > innerHeight + 4;

/* What has its own use of keys or presses keeps it: players, links, buttons, pages one scrolls. What folds has one for two keys. */
const busy = (event) => event.target.closest("a, button, audio, video, summary, input, [tabindex='0']");
const folds = (event) => event.target.closest("summary") && event.key !== " " && event.key !== "Enter";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key] || scrolls(event.key)) return;
  if (event.key !== "Escape" && busy(event) && !folds(event) && !event.target.closest(".deck-bar")) return;
  if ((event.key === " " || event.key === "Enter") && event.target.closest("button, a")) return;
  event.preventDefault();
  const wasBlack = !part("blank").hidden;
  if (wasBlack) blank(false);
  if (!wasBlack || event.key === "f") keys[event.key]();
});

/* Whoever brought a slide closer moves about in it with the finger that would turn it. */
visualViewport?.addEventListener("resize", () => deck.classList.toggle("is-close", visualViewport.scale > 1));

let start = null;
deck.addEventListener("pointerdown", (event) => { start = busy(event) ? null : event; });
deck.addEventListener("pointerup", (event) => {
  if (!start || event.button !== 0 || String(getSelection())) return;
  const moved = event.clientX - start.clientX;
  start = null;
  if (!part("blank").hidden) return blank(false);
  if (Math.abs(moved) > SWIPE) show(here + (moved < 0 ? 1 : -1));
  else if (event.pointerType === "mouse") show(here + (event.clientX < innerWidth / 3 ? -1 : 1));
});

if (slides.length) {
  part("back").addEventListener("click", back);
  part("next").addEventListener("click", on);
  part("full").addEventListener("click", () => fillScreen());
  document.addEventListener("fullscreenchange", () => part("full").setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
  addEventListener("hashchange", () => show(fromHash()));
  document.addEventListener("slide-go", (event) => show(event.detail));
  document.addEventListener("slide-blank", () => blank());
  for (const name of ["back", "next", "place"]) part(name).hidden = false;
  part("full").hidden = !document.fullscreenEnabled;
  deck.classList.add("is-presenting");
  show(fromHash(), { told: false });
}
