/* At the foot of a memory: copying how to say where it was found, and printing the page. */
import { copy } from "./copying.js";

const foot = document.querySelector("[data-story-foot]");
const print = foot.querySelector("[data-print]");
const cite = foot.querySelector("[data-cite]");
const button = foot.querySelector("[data-copy-cite]");

print.hidden = button.hidden = false;
print.addEventListener("click", () => window.print());
button.addEventListener("click", async () => {
  const words = cite.textContent.replace(/\s+/g, " ").trim();
  foot.querySelector("[data-cite-told]").textContent = await copy(words) ? "It is copied." : "This browser does not let us copy. Mark the words and copy them.";
});
