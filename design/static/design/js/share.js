// Copies the address of a page; without script one copies it from the field by hand.
import { copy } from "./copying.js";

const button = document.querySelector("[data-copy]");
const from = document.querySelector("[data-copied-from]");
const said = document.querySelector("[data-copy-said]");

if (button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(from.value);
    from.select();
    said.textContent = done ? said.dataset.done : said.dataset.not;
  });
}
