/* Keeps a voice clip to its seconds, and colours the drawn band as far as it has been heard. */
for (const figure of document.querySelectorAll("[data-clip]")) {
  const bars = [...figure.querySelectorAll(".sound__band rect")];
  const audio = figure.querySelector("audio");
  const from = Number(figure.dataset.from);
  const to = Number(figure.dataset.to);
  const outside = () => audio.currentTime < from - 0.25 || audio.currentTime >= to;

  audio.addEventListener("loadedmetadata", () => { if (outside()) audio.currentTime = from; });
  audio.addEventListener("play", () => { if (outside()) audio.currentTime = from; });
  audio.addEventListener("timeupdate", () => {
    if (audio.currentTime >= to && !audio.paused) audio.pause();
    const heard = ((audio.currentTime - from) / (to - from)) * bars.length;
    bars.forEach((bar, index) => bar.classList.toggle("is-heard", index < heard));
  });
}
