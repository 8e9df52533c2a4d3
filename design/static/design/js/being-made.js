/*
 * Looks every few seconds whether what is being made is there, and then asks for it.
 * A page that loads itself anew would take the place of whoever reads it, again and again (WCAG 2.2, 2.2.1).
 */
const told = document.querySelector("[data-being-made]");
const again = Number(told.dataset.again) * 1000;
const NOT_YET = 202;

async function look() {
  const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (!answer || answer.status === NOT_YET) return plan();
  document.querySelector("[data-looks]").hidden = true;
  if (answer.ok) told.textContent = told.dataset.there;
  location.replace(location.pathname);
}

function plan() {
  setTimeout(look, again);
}

document.querySelector("[data-looks]").hidden = false;
plan();
