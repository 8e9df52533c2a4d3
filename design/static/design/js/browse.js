/* Shows what a ticked box would leave at once, without a new page. The address keeps up, and so does the way back. */
const form = document.querySelector("form[data-browse]");
const SWAPPED = ["[data-found]", "[data-facets]"];
let asked;

async function show(address, { push = true } = {}) {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (push) history.pushState(null, "", address);
    swap(page);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  }
}

function swap(page) {
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const open = [...form.querySelectorAll("[data-facets] details")].filter((one) => one.open).map((one) => one.dataset.group);
  for (const part of SWAPPED) form.querySelector(part).replaceWith(page.querySelector(part));
  for (const box of form.querySelectorAll("[data-facets] details")) box.open ||= open.includes(box.dataset.group);
  if (!form.contains(focused)) {
    [...form.elements].find((one) => one.name === focused?.name && one.value === focused?.value)?.focus();
  }
  document.querySelector("[data-told]").textContent = document.querySelector("#found").textContent;
}

function address() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  return `${form.getAttribute("action")}?${new URLSearchParams(filled)}`;
}

form?.addEventListener("change", (event) => {
  if (event.target.type !== "search") show(address());
});
addEventListener("popstate", () => location.reload());
