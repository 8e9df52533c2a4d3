/* Plays at the speed that was chosen, until the page is left; a line of what is said plays from its second. */
const SPEEDS = [1, 1.25, 1.5, 2];
const places = [...document.querySelectorAll("[data-play]")];
const playerOf = (place) => place.querySelector("audio, video");
let speed = SPEEDS[0];
let last = places[0] && playerOf(places[0]);

function choose(chosen) {
  speed = chosen;
  for (const player of places.map(playerOf)) player.defaultPlaybackRate = player.playbackRate = speed;
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === speed));
  }
  const now = document.querySelector("[data-speed-now]");
  if (now) now.textContent = `${speed}×`;
}

function step(by) {
  const next = SPEEDS.indexOf(speed) + by;
  if (SPEEDS[next]) choose(SPEEDS[next]);
}

const DO = {
  play: () => (last.paused ? last.play() : last.pause()),
  slower: () => step(-1),
  faster: () => step(1),
};

for (const place of places) {
  const player = playerOf(place);
  const lines = [...place.querySelectorAll("[data-second]")];
  place.querySelector("[data-speeds]").hidden = false;
  player.addEventListener("play", () => { last = player; });
  player.addEventListener("loadedmetadata", () => { player.playbackRate = speed; });
  player.addEventListener("timeupdate", () => {
    const now = lines.findLast((line) => Number(line.dataset.second) <= player.currentTime);
    for (const line of lines) line.closest("li").classList.toggle("is-said", line === now && !player.paused);
  });
  for (const line of lines) {
    line.addEventListener("click", (event) => {
      event.preventDefault();
      player.currentTime = Number(line.dataset.second);
      player.play();
    });
  }
}
for (const button of document.querySelectorAll("[data-speed]")) button.addEventListener("click", () => choose(Number(button.dataset.speed)));
for (const button of document.querySelectorAll("[data-play-do]")) button.addEventListener("click", DO[button.dataset.playDo]);
