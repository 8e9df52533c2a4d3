/* Colours the drawn band of a sound as far as it has been heard. */
for (const figure of document.querySelectorAll("[data-sound]")) {
  const bars = [...figure.querySelectorAll(".sound__band rect")];
  const audio = figure.querySelector("audio");
  audio.addEventListener("timeupdate", () => {
    const heard = audio.duration ? (audio.currentTime / audio.duration) * bars.length : 0;
    bars.forEach((bar, index) => bar.classList.toggle("is-heard", index < heard));
  });
}
