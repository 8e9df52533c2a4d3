/* The buttons inside a memory, without leaving the page: move, take out, add words, add a person, go on. */
const form = document.querySelector("form[data-memory]");
const FRAGMENTS = { person: "people", place: "suggest" };

function save(button) {
  form.dispatchEvent(new CustomEvent("desk:save", { detail: { button } }));
}

/* What was typed while the answer was on its way stays. */
function replace(name, html, sent) {
  const box = form.querySelector(`[data-fragment="${name}"]`);
  const newer = [...box.querySelectorAll("textarea, input[type=text]")].filter((control) => control.value !== sent.get(control.name) && !control.name.startsWith("new-"));
  box.innerHTML = html;
  for (const old of newer) {
    const now = box.querySelector(`[name="${old.name}"]`);
    if (now) now.value = old.value;
  }
  return box;
}

function focusAfter(box, button) {
  const [verb, part] = button.split("-");
  const target = (verb === "words" && box.querySelector(`#part-${part} + li textarea`))
    || (verb === "out" && box.querySelector("[value=back]"))
    || (verb === "place" && (box.querySelector("[aria-invalid], [role=alert] ~ .field input") || box.querySelector("summary")))
    || (verb === "person" && (box.querySelector("[aria-invalid]") || box.querySelector(".person--new summary")))
    || box.querySelector(`[value="${button}"]`)
    || box.querySelector("textarea");
  target?.focus();
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter?.value || "save";
  if (["keep", "choose", "other"].includes(button)) return form.dispatchEvent(new CustomEvent("desk:keep", { detail: { button } }));
  if (form.hasAttribute("data-stopped")) return;
  // What was typed is saved while the page goes.
  if (button.startsWith("record-")) return location.assign(`${form.dataset.record}${button.slice("record-".length)}/`);
  if (button.startsWith("next-")) {
    save();
    location.hash = button.slice("next-".length);
  } else save(button);
});

form?.addEventListener("desk:saved", (event) => {
  const { button, html, sent, errors } = event.detail;
  if (button === "check") {
    if (!Object.keys(errors).length) location.assign(form.dataset.check);
    return;
  }
  if (!html || !button || button === "save" || button === "keep" || button === "born" || button.startsWith("order:")) return;
  const apart = form.querySelector(`[data-fragment=points] [value="${button}"]`);
  const name = FRAGMENTS[button] || (apart ? "points" : "parts");
  focusAfter(replace(name, html[name], sent), button);
});
