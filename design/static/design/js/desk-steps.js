/* Shows one step of a memory at a time. The steps are one page, so going on needs no Wi-Fi and Back is always safe. */
const steps = [...document.querySelectorAll("[data-step]")];
const links = new Map([...document.querySelectorAll("[data-step-link]")].map((link) => [link.hash.slice(1), link]));

function named() {
  const target = document.getElementById(location.hash.slice(1));
  return target?.closest("[data-step]");
}

function show(step, moved) {
  for (const each of steps) each.hidden = each !== step;
  for (const [id, link] of links) {
    if (id === step.id) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  if (!moved) return;
  const target = document.getElementById(location.hash.slice(1));
  if (target === step) step.querySelector("h2").focus({ preventScroll: true });
  target.scrollIntoView();
}

function hasSomething(step) {
  return [...step.querySelectorAll("input, textarea")].some((control) => {
    if (["checkbox", "radio"].includes(control.type)) return control.checked && control.value;
    return control.tagName === "TEXTAREA" && control.value.trim() || control.name === "when_text" && control.value.trim();
  }) || step.querySelector(".part--item");
}

function mark() {
  for (const step of steps) links.get(step.id)?.classList.toggle("is-filled", Boolean(hasSomething(step)));
}

if (steps.length) {
  const wrong = document.querySelector("[data-step] .field--wrong")?.closest("[data-step]");
  show(named() || wrong || steps[0], Boolean(named()));
  addEventListener("hashchange", () => named() && show(named(), true));
  addEventListener("change", mark);
  addEventListener("desk:saved", mark);
  mark();
}
