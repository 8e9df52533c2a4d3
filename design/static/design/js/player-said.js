/* What is said beside its recording: it follows the voice, and lines can be pressed, found and quoted. */
const HEADROOM = 0.3;

export function said(recording) {
  const box = recording.section.querySelector("[data-said-box]");
  if (!box) return null;
  const place = recording.section.querySelector("[data-said-tools]");
  place.append(document.querySelector("[data-said-controls]").content.cloneNode(true));
  const lines = linesIn(box);
  const follow = place.querySelector("[data-follow]");
  let now = null;
  let follows = true;

  const setFollowing = (wanted) => {
    follows = wanted;
    follow.setAttribute("aria-pressed", String(wanted));
    if (wanted && now) show(box, now.line);
  };
  const move = () => {
    const next = lineAt(lines, recording.at);
    if (next === now) return;
    now?.line.removeAttribute("aria-current");
    now = next;
    if (!now) return;
    now.line.setAttribute("aria-current", "true");
    reach(lines, now);
    if (follows && !box.contains(document.activeElement)) show(box, now.line);
  };

  recording.media.addEventListener("timeupdate", move);
  follow.addEventListener("click", () => setFollowing(!follows));
  byHand(box, () => setFollowing(false));
  pressing(box, lines, (at) => {
    recording.seek(at);
    setFollowing(true);
    recording.play();
  });
  searching(place, box, lines, () => setFollowing(false));
  reach(lines, lines[0]);
  move();
  return { lines, show: (line) => show(box, line), chosen: () => chosenIn(box, lines, now ?? lines[0]) };
}

/* The seconds of a line are in its address; what several say at once has one address. */
function linesIn(box) {
  let at = 0;
  return [...box.querySelectorAll("li")].map((line) => {
    if (line.id) at = Number(line.id.split("-").pop()) / 1000;
    return { line, at, link: line.querySelector("a") };
  });
}

function lineAt(lines, seconds) {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].at <= seconds + 0.05) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] ?? null;
}

/* Only inside its box, so that the page stays where the reader is. */
function show(box, line) {
  const top = box.scrollTop + line.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollTo({ top: top - box.clientHeight * HEADROOM, behavior: calm ? "auto" : "smooth" });
}

/* One stop for the tab key, however many lines there are; the arrows go from line to line. */
function reach(lines, one) {
  const inReach = lines.reached ?? lines;
  for (const { link } of inReach) link.tabIndex = -1;
  one.link.tabIndex = 0;
  lines.reached = [one];
}

function byHand(box, stop) {
  for (const event of ["wheel", "touchmove"]) box.addEventListener(event, stop, { passive: true });
  box.addEventListener("pointerdown", ({ target }) => { if (target === box) stop(); });
  box.addEventListener("keydown", ({ key }) => { if (/^(Arrow|Page|Home|End)/.test(key)) stop(); });
}

function pressing(box, lines, play) {
  const of = (target) => lines.find(({ line }) => line.contains(target));
  box.addEventListener("click", (event) => {
    const pressed = of(event.target);
    if (!pressed || String(getSelection()).trim()) return;
    event.preventDefault();
    play(pressed.at);
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const shown = lines.filter(({ line }) => !line.hidden);
    const next = shown[shown.indexOf(of(event.target)) + step];
    if (!step || event.target === box || !next) return;
    event.preventDefault();
    reach(lines, next);
    next.link.focus();
  });
}

function searching(place, box, lines, stop) {
  const told = place.querySelector("[data-found-lines]");
  place.querySelector("[data-find]").addEventListener("input", ({ target }) => {
    const sought = plain(target.value.trim());
    const found = lines.filter(({ line }) => {
      line.hidden = Boolean(sought) && !plain(line.querySelector("p").textContent).includes(sought);
      return !line.hidden;
    });
    told.textContent = sought ? `${found.length || "No"} line${found.length === 1 ? " has" : "s have"} it.` : "";
    if (found.length) reach(lines, found[0]);
    stop();
    box.scrollTop = 0;
  });
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}

/* The marked words and where they begin, or else the whole line that is heard. */
function chosenIn(box, lines, now) {
  const marked = getSelection();
  const range = marked.rangeCount && !marked.isCollapsed ? marked.getRangeAt(0) : null;
  const inside = range && box.contains(range.commonAncestorContainer) ? lines.filter(({ line }) => range.intersectsNode(line)) : [];
  if (!inside.length) return { at: now.at, text: words(now.line.querySelector("p").cloneNode(true)) };
  return { at: inside[0].at, text: words(range.cloneContents()) };
}

function words(copied) {
  for (const aside of copied.querySelectorAll(".said__time, b")) aside.remove();
  for (const end of copied.querySelectorAll("p, br")) end.append(" ");
  return copied.textContent.replace(/\s+/g, " ").trim();
}
