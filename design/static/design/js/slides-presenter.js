/* The presenter's window: notes to the slide that the hall sees, what comes next, the clock. Without script it is a list. */
const room = document.querySelector("[data-presenter]");
const slides = [...room.querySelectorAll("[data-spoken]")];
const part = (name) => room.querySelector(`[data-${name}]`);
const channel = new BroadcastChannel(`slides ${new URL("..", location.href).pathname}`);
const began = Date.now();
let here = 0;

function show(number) {
  here = Math.max(0, Math.min(number, slides.length - 1));
  slides.forEach((slide, index) => { slide.hidden = index !== here; });
  part("place").textContent = `Slide ${here + 1} of ${slides.length}`;
  part("coming").textContent = slides[here + 1] ? `Next: ${slides[here + 1].dataset.spoken}` : "This is the last slide.";
  part("back").disabled = here === 0;
  part("next").disabled = here === slides.length - 1;
}

const go = (number) => {
  show(number);
  channel.postMessage({ go: here });
};
const two = (number) => String(number).padStart(2, "0");

function tick() {
  const now = new Date();
  const passed = Math.floor((now - began) / 1000);
  part("clock").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  part("passed").textContent = `${Math.floor(passed / 60)}:${two(passed % 60)}`;
}

const keys = {
  ArrowRight: () => go(here + 1), PageDown: () => go(here + 1), " ": () => go(here + 1),
  ArrowLeft: () => go(here - 1), PageUp: () => go(here - 1),
  Home: () => go(0), End: () => go(slides.length - 1),
  b: () => channel.postMessage({ black: true }), ".": () => channel.postMessage({ black: true }),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  if (event.key === " " && event.target.closest("button, a")) return;
  event.preventDefault();
  keys[event.key]();
});
channel.addEventListener("message", ({ data }) => { if (Number.isInteger(data.here)) show(data.here); });
part("back").addEventListener("click", () => go(here - 1));
part("next").addEventListener("click", () => go(here + 1));
part("black").addEventListener("click", () => keys.b());
part("bar").hidden = false;
show(0);
tick();
setInterval(tick, 1000);
channel.postMessage({ asks: true });
