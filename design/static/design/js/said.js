/* An address that ends in #said-<recording>-<milliseconds> opens what is said there, and the recording begins at it. */
function begin() {
  const line = /^#said-\w+-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!line) return;
  const box = line.closest("details");
  if (box) box.open = true;
  const figure = line.closest("figure");
  const player = figure?.querySelector("audio, video");
  if (player) player.currentTime = Number(location.hash.split("-").pop()) / 1000;
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  // The player in sight as well, where both fit.
  const both = figure && line.getBoundingClientRect().bottom - figure.getBoundingClientRect().top < innerHeight;
  if (both) figure.scrollIntoView();
  else line.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", begin);
begin();
