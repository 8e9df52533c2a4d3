// Copies the address of a page; without script one copies it from the field by hand.
const button = document.querySelector("[data-copy]");
const from = document.querySelector("[data-copied-from]");
const said = document.querySelector("[data-copy-said]");

async function copy() {
  from.select();
  try {
    await navigator.clipboard.writeText(from.value);
    said.textContent = said.dataset.done;
  } catch {
    said.textContent = said.dataset.not;
  }
}

if (button && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", copy);
}
