/* Whoever wants to see what a note is about sees it on all slides with that note; from the first slide on it is covered again. */
const covers = [...document.querySelectorAll("[data-covered]")];
const note = (cover) => cover.querySelector("summary").textContent;

for (const cover of covers) {
  cover.addEventListener("toggle", () => {
    if (cover.closest("[hidden]")) return;
    for (const other of covers) if (note(other) === note(cover)) other.open = cover.open;
    if (!cover.open) cover.querySelectorAll("audio, video").forEach((media) => media.pause());
  });
}
document.addEventListener("slide", ({ detail }) => {
  if (detail.here === 0) for (const cover of covers) cover.open = false;
});
