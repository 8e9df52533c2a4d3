/*
 * Whose desk this is. A page of the desk says it; the page without Wi-Fi reads it from a cookie that ends as the sign-in does.
 * On a shared computer the cookie goes with the browser, and says nothing once the desk has gone unused.
 */
const box = document.querySelector("[data-work]");
const NAME = "desk-who";
const GRAIN = 30000; // Milliseconds after which a use is written down again.

function cookie(name) {
  return document.cookie.split("; ").find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) || "";
}

function write(name, value, seconds) {
  const ends = seconds === null ? "" : `; max-age=${seconds}`;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/${name === NAME ? "desk/" : ""}; samesite=strict${secure}${ends}`;
}

/* The name of whoever was here last, or "" where that is too long ago. */
function remembered() {
  const [key, idle, used] = cookie(NAME).split(".");
  return key && Date.now() - Number(used) < Number(idle) * 1000 ? key : "";
}

export const who = box?.dataset.who || remembered();

export function isHere() {
  return who !== "" && who === remembered();
}

let noted = 0;
function use() {
  if (Date.now() - noted < GRAIN || !who) return;
  noted = Date.now();
  const [, idle, , own] = box.dataset.who ? ["", box.dataset.idle, "", box.dataset.own] : cookie(NAME).split(".");
  write(NAME, [who, idle, noted, own].join("."), own === "1" ? idle : null);
}

/* Nobody is here any more. `later`: school could not be told, so it is told with the next page that gets through. */
export function leave({ later = false } = {}) {
  noted = Infinity;
  write(NAME, "", 0);
  if (later) write("desk-leaving", "1", null);
}

/* The token that every form carries, for pages that have no form. */
export function token() {
  return document.querySelector("[name=csrfmiddlewaretoken]")?.value || cookie("csrftoken");
}

if (box && who) {
  use();
  for (const name of ["keydown", "pointerdown"]) addEventListener(name, use, { passive: true });
}
