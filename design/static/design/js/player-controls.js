/* The controls of one recording, by hand and by keyboard: space or k, the arrows, j and l; c and f for a film. */
import { copy } from "./copying.js";
import { clock, spoken } from "./player-recording.js";
import { band } from "./sound-band.js";

const STEP = 5;

export function controls(recording) {
  const { media, figure } = recording;
  const made = document.querySelector("[data-player-controls]").content.firstElementChild.cloneNode(true);
  const find = (name) => made.querySelector(`[data-${name}]`);
  const position = find("position");
  const colour = band(figure);
  made.setAttribute("aria-label", `Player: ${recording.name}`);
  if (recording.isFilm) figure.querySelector(".film").after(made);
  else figure.querySelector(".sound").append(made);
  media.controls = false;
  recording.section.classList.add("has-player");

  const draw = () => {
    position.max = Math.ceil(recording.length);
    position.value = recording.at;
    position.setAttribute("aria-valuetext", `${spoken(recording.at)} of ${spoken(recording.length)}`);
    find("clock").textContent = `${clock(recording.at)} / ${clock(recording.length)}`;
    colour(recording.length ? recording.at / recording.length : 0);
  };
  for (const event of ["timeupdate", "durationchange", "seeked"]) media.addEventListener(event, draw);
  draw();
  playButton(find("play"), () => recording);
  media.addEventListener("error", () => { find("told").textContent = "It does not play just now. Nothing is lost. Try again in a while."; }, true);

  position.addEventListener("input", () => recording.seek(Number(position.value)));
  find("rewind").addEventListener("click", () => recording.jump());
  find("speed").addEventListener("change", ({ target }) => { media.playbackRate = Number(target.value); });
  find("volume").addEventListener("input", ({ target }) => { media.volume = Number(target.value); });
  figure.querySelector(".sound__band")?.addEventListener("click", ({ clientX, currentTarget }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    recording.seek(((clientX - left) / width) * recording.length);
  });
  if (recording.isFilm) film(recording, find);
  quoting(recording, find);
  figure.addEventListener("keydown", (event) => press(event, recording, find));
}

/* A button that plays and pauses; `which` says what, since the bar at the foot has one for whatever plays. */
export function playButton(button, which) {
  const draw = () => {
    const plays = which() && !which().media.paused;
    button.setAttribute("aria-label", plays ? "Pause" : "Play");
    button.classList.toggle("is-playing", Boolean(plays));
  };
  button.addEventListener("click", () => which().toggle());
  for (const event of ["play", "pause", "ended"]) document.addEventListener(event, draw, true);
  return draw;
}

function film({ media, figure }, find) {
  media.addEventListener("click", () => (media.paused ? media.play() : media.pause()));
  fullScreen(figure, media, find("full"));
  const button = find("captions");
  const track = media.textTracks[0];
  if (!track) return;
  button.hidden = false;
  const draw = () => button.setAttribute("aria-pressed", String(track.mode === "showing"));
  button.addEventListener("click", () => {
    track.mode = track.mode === "showing" ? "hidden" : "showing";
    draw();
  });
  media.textTracks.addEventListener("change", draw);
  draw();
}

/* Not offered where a browser may not (a frame on another page). */
function fullScreen(figure, media, button) {
  if (!document.fullscreenEnabled) return inItsOwnPlayer(media, button);
  const fills = () => document.fullscreenElement === figure;
  const leave = () => document.exitFullscreen().catch(() => {});
  button.hidden = false;
  button.addEventListener("click", () => (fills() ? leave() : figure.requestFullscreen().catch(() => {})));
  figure.addEventListener("keydown", ({ key }) => { if (key === "Escape" && fills()) leave(); });
  document.addEventListener("fullscreenchange", () => button.setAttribute("aria-pressed", String(fills())));
}

/* Safari on an iPhone fills the screen with a film alone, once it plays, and has its own button to leave. */
function inItsOwnPlayer(media, button) {
  if (!media.webkitEnterFullscreen) return;
  button.removeAttribute("aria-pressed");
  button.hidden = false;
  button.addEventListener("click", () => media.play().then(() => media.webkitEnterFullscreen()).catch(() => {}));
}

/* Which moment is meant: where the marked words begin, or else where the recording stands. */
function quoting(recording, find) {
  const tell = (done, what) => { find("told").textContent = done ? `${what} is copied.` : "This browser does not let us copy."; };
  const address = (seconds) => {
    const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
    return recording.isFirst ? `${page}#t=${Math.floor(seconds)}` : `${page}#said-${recording.ref}-${Math.round(seconds * 1000)}`;
  };
  const chosen = () => recording.said?.chosen() ?? { at: recording.at };
  find("link").addEventListener("click", async () => {
    const { at } = chosen();
    tell(await copy(address(at)), `A link to ${clock(at)}`);
  });
  find("quotation").hidden = !recording.said;
  find("quotation").addEventListener("click", async () => {
    const { at, text } = chosen();
    tell(await copy(`“${text}” ${recording.section.dataset.from}, from ${clock(at)}, ${address(at)}`), "The quotation");
  });
}

function turnCaptions(find) {
  if (find("captions").hidden) find("told").textContent = "This film has no captions yet.";
  else find("captions").click();
}

function press(event, recording, find) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("select")) return;
  const isRange = target.matches("input");
  const isOwn = !isRange || target.matches("[data-position]");
  const keys = {
    k: () => recording.toggle(),
    j: () => recording.jump(),
    l: () => recording.jump(10),
    ...(recording.isFilm && { c: () => turnCaptions(find), f: () => find("full").hidden || find("full").click() }),
    ...(isOwn && { ArrowLeft: () => recording.jump(-STEP), ArrowRight: () => recording.jump(STEP) }),
    ...(!target.matches("button, a, summary") && { " ": () => recording.toggle() }),
  };
  if (!keys[key]) return;
  event.preventDefault();
  keys[key]();
}
