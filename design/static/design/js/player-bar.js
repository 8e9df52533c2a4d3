/* A small bar at the foot while one reads on: what is playing, a button to stop it, and a way back. */
import { playButton } from "./player-controls.js";
import { clock } from "./player-recording.js";

export function foot(recordings) {
  const bar = document.querySelector("[data-player-bar]");
  const find = (name) => bar.querySelector(`[data-${name}]`);
  const seen = new Map();
  let playing = null;

  const drawButton = playButton(find("play"), () => playing);
  const draw = () => {
    bar.hidden = !playing || seen.get(playing.figure) !== false;
    if (!playing) return;
    find("what").textContent = playing.name;
    find("clock").textContent = `${clock(playing.at)} / ${clock(playing.length)}`;
    drawButton();
  };
  const close = () => {
    playing.media.pause();
    playing = null;
    draw();
  };
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
    draw();
  });

  for (const recording of recordings) {
    watch.observe(recording.figure);
    recording.media.addEventListener("play", () => {
      playing = recording;
      draw();
    });
    recording.media.addEventListener("timeupdate", () => { if (recording === playing) draw(); });
  }
  find("way-back").addEventListener("click", () => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    playing.figure.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    playing.figure.querySelector("[data-play]").focus({ preventScroll: true });
  });
  find("close").addEventListener("click", () => {
    const { figure } = playing;
    close();
    figure.querySelector("[data-play]").focus({ preventScroll: true });
  });
}
