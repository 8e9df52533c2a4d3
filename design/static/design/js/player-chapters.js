/* What is asked in a recording: pressing a question plays from it, and the one that is being answered is marked. */
export function chapters(recording) {
  const list = recording.section.querySelector("[data-chapters]");
  if (!list) return;
  const known = [...list.querySelectorAll("a")].map((link) => ({ link, at: Number(link.hash.split("-").pop()) / 1000 }));
  list.addEventListener("click", (event) => {
    const pressed = known.find(({ link }) => link === event.target.closest("a"));
    if (!pressed) return;
    recording.seek(pressed.at);
    recording.play();
  });
  recording.media.addEventListener("timeupdate", () => {
    const now = known.findLast(({ at }) => at <= recording.at + 0.05);
    for (const one of known) {
      if (one === now) one.link.setAttribute("aria-current", "true");
      else one.link.removeAttribute("aria-current");
    }
  });
}
