/* An address that ends in #t=134, or in #said-<recording>-<milliseconds> as search gives it, begins there.
   Nothing sounds until somebody presses play, and nothing that is covered is uncovered. */
export function fromAddress(recordings) {
  const begin = () => {
    const [recording, seconds] = meant(recordings);
    if (!recording) return;
    const cover = recording.section.closest("details[data-covered]:not([open])");
    if (cover) cover.addEventListener("toggle", () => stand(recording, seconds), { once: true });
    else stand(recording, seconds);
  };
  addEventListener("hashchange", begin);
  begin();
}

function meant(recordings) {
  const [, ref, milliseconds] = /^#said-(\w+)-(\d+)$/.exec(location.hash) ?? [];
  if (ref) return [recordings.find((one) => one.ref === ref), Number(milliseconds) / 1000];
  const time = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1] ?? /^\d+(?:\.\d+)?$/.exec(new URLSearchParams(location.search).get("t") ?? "")?.[0];
  return time === undefined ? [] : [recordings[0], Number(time)];
}

function stand(recording, seconds) {
  recording.seek(seconds);
  const { figure, section } = recording;
  const line = document.getElementById(location.hash.slice(1));
  if (!line) {
    section.querySelector("[data-play]").focus({ preventScroll: true });
    figure.scrollIntoView({ block: "center" });
    return;
  }
  line.closest("details").open = true;
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  recording.said.show(line);
  section.scrollIntoView();
}
