/*
 * Goes from one thing that was found to the next, and presses its buttons.
 * The buttons are on the page, so Wagtail presses them for a key, never while somebody types,
 * and not at all for whoever has switched keys off in their account.
 */
const keys = document.querySelector("[data-keys]");
const found = [...document.querySelectorAll("[data-found]")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let at = -1;

const way = (name) => found[at]?.querySelector(`[data-way="${name}"]`);
const words = (mark) => document.getElementById(mark.id.replace("found-", "mark-"));

function unfold(element) {
  for (let each = element; each; each = each.parentElement) if (each.localName === "details") each.open = true;
}

function stand(place) {
  if (!found.length) return;
  found[at]?.classList.remove("is-current");
  at = (place + found.length) % found.length;
  found[at].classList.add("is-current");
  const shown = words(found[at]) || found[at];
  unfold(shown);
  found[at].focus({ preventScroll: true });
  shown.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  keys.querySelector("[data-place]").textContent = `${at + 1} of ${found.length}`;
  for (const button of keys.querySelectorAll("[data-do]")) button.disabled = !way(button.dataset.do);
}

/* The box stands open where it is asked for, with a ready sentence; what was typed there stays. */
function ask(link) {
  const box = document.getElementById(link.dataset.to);
  const step = box?.querySelector("[name=feedback]");
  if (!step) return false;
  unfold(step);
  const choice = box.querySelector("[data-quote]");
  if (choice && link.dataset.quoteWords) quote(choice, link.dataset);
  const moment = box.querySelector("[name=moment]");
  if (moment && link.dataset.moment) moment.value = link.dataset.moment;
  if (!step.value.trim()) step.value = link.dataset.sentence;
  /* What was folded can have the focus once it has been drawn. */
  requestAnimationFrame(() => requestAnimationFrame(() => step.focus()));
  return true;
}

function quote(choice, { quoteWords, before, after }) {
  const known = [...choice.options].find((option) => option.value === quoteWords);
  const option = known || choice.appendChild(new Option(quoteWords, quoteWords));
  option.selected = true;
  choice.form.elements.before.value = before;
  choice.form.elements.after.value = after;
}

const GO = {
  on: () => stand(at + 1),
  back: () => stand(at < 0 ? -1 : at - 1),
  decide: () => document.getElementById("to-decide").focus(),
};

for (const button of keys.querySelectorAll("[data-go]")) button.addEventListener("click", GO[button.dataset.go]);
for (const button of keys.querySelectorAll("[data-do]")) button.addEventListener("click", () => way(button.dataset.do)?.click());
for (const link of document.querySelectorAll('[data-way="ask"]')) {
  link.addEventListener("click", (event) => { if (ask(link)) event.preventDefault(); });
}
for (const mark of found) mark.addEventListener("focusin", () => { if (found[at] !== mark) stand(found.indexOf(mark)); });
keys.hidden = false;
const named = found.findIndex((mark) => `#${mark.id}` === location.hash);
if (named >= 0) stand(named);
