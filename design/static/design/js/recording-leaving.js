/* Before somebody signs out: says that something they recorded is still only on this device, shut away, and what becomes of it. */
import { home } from "./recording-home.js";

const form = document.querySelector(".desk-nav form");
const box = document.querySelector("[data-leaving]");
const PATIENCE = 2000; // Milliseconds: nobody is kept from signing out by a browser that does not answer.

async function isAnythingHere() {
  const none = new Promise((resolve) => { setTimeout(() => resolve([]), PATIENCE); });
  try {
    return (await Promise.race([home.then(({ store }) => store.takes()), none])).length > 0;
  } catch {
    return false;
  }
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await isAnythingHere()) box.showModal();
  else form.submit();
});
box?.querySelector("[data-stay]").addEventListener("click", () => box.close());
box?.querySelector("[data-leave]").addEventListener("click", () => form.submit());
