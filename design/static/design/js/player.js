/* Every recording of a memory: our own controls round what the browser plays, one sounding at a time. */
import { foot } from "./player-bar.js";
import { chapters } from "./player-chapters.js";
import { controls } from "./player-controls.js";
import { fromAddress } from "./player-moment.js";
import { Recording } from "./player-recording.js";
import { said } from "./player-said.js";

const recordings = [...document.querySelectorAll("[data-recording]")].map((section, number) => new Recording(section, number));

for (const recording of recordings) {
  recording.said = said(recording);
  controls(recording);
  chapters(recording);
}
document.addEventListener("play", ({ target }) => {
  for (const { media } of recordings) if (media !== target) media.pause();
}, true);
foot(recordings);
fromAddress(recordings);
