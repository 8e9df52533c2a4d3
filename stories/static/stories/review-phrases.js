/* A chosen phrase goes into its box at once, to be changed there. Without script a button does it. */
function pour(choice) {
  const box = document.getElementById(choice.dataset.phrase);
  const phrase = choice.value;
  if (!box || !phrase) return;
  const typed = box.value.trim();
  const isAnotherPhrase = [...choice.options].some((option) => option.value === typed);
  box.value = !typed || isAnotherPhrase ? phrase : `${typed} ${phrase}`;
  choice.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

for (const choice of document.querySelectorAll("[data-phrase]")) {
  choice.addEventListener("change", () => pour(choice));
}
for (const button of document.querySelectorAll("[data-fill]")) button.hidden = true;
