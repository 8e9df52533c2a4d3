/*
 * Slides that go on by themselves, on a screen in an exhibition: ?autoplay=12 is twelve seconds a slide, round and round.
 * Where somebody asked for less motion they stand still until the button is pressed. What plays is heard to its end.
 */
const deck = document.querySelector("[data-slides]");
const button = deck.querySelector("[data-alone]");
const told = deck.querySelector("[data-alone-told]");
const asked = new URLSearchParams(location.search).get("autoplay");
const USUAL = 12; // Seconds a slide, where nobody said how many.
const [LEAST, MOST] = [3, 600];
const seconds = Math.min(MOST, Math.max(LEAST, Number(asked) || USUAL));
let now = { here: 0, total: 1, slide: null };
let goes = false;
let timer;

const plays = () => [...(now.slide?.querySelectorAll("audio, video") ?? [])].find((media) => !media.paused && !media.ended);

function turn() {
  const media = plays();
  if (media) return media.addEventListener("pause", plan, { once: true });
  document.dispatchEvent(new CustomEvent("slide-go", { detail: now.here + 1 < now.total ? now.here + 1 : 0 }));
}

function plan() {
  clearTimeout(timer);
  if (goes) timer = setTimeout(turn, seconds * 1000);
}

function go(on) {
  goes = on;
  button.setAttribute("aria-pressed", String(on));
  button.querySelector("[data-alone-words]").textContent = on ? "Stop here" : "Go on by itself";
  told.textContent = on ? `A new slide every ${seconds} seconds` : "";
  told.hidden = !on;
  deck.classList.toggle("is-alone", on);
  plan();
}

document.addEventListener("slide", (event) => { now = event.detail; plan(); });
button.addEventListener("click", () => go(!goes));
button.hidden = false;
if (asked !== null) go(!matchMedia("(prefers-reduced-motion: reduce)").matches);
