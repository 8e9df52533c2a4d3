/* Colours the drawn band of a sound as far as it has been heard. */
import { band } from "./sound-band.js";

for (const figure of document.querySelectorAll("[data-sound]")) {
  const colour = band(figure);
  const audio = figure.querySelector("audio");
  audio.addEventListener("timeupdate", () => colour(audio.duration ? audio.currentTime / audio.duration : 0));
}
