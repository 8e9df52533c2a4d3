/* "Show me where": selects the words of a point in the box in which they stand. */
const form = document.querySelector("form[data-memory]");

function uncover() {
  for (const button of form.querySelectorAll("[data-show]")) button.hidden = false;
}

/* Of several places with the same words, the one behind the same letters. */
function placeOf(text, words, before) {
  const exact = text.indexOf(before + words);
  return exact < 0 ? text.indexOf(words) : exact + before.length;
}

form?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show]");
  if (!button) return;
  const box = button.closest(".part").querySelector("textarea[name$='-text']");
  const start = placeOf(box.value, button.dataset.show, button.dataset.before);
  box.focus();
  if (start >= 0) box.setSelectionRange(start, start + button.dataset.show.length);
  box.scrollIntoView({ block: "center" });
});

if (form) {
  uncover();
  addEventListener("desk:saved", uncover);
}
