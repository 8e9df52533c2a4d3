/* Beside htmx, which swaps the list in place: short addresses, groups that stay unfolded, and a focus that is never lost. */
const form = document.querySelector("form[data-browse]");
const groups = () => [...form.querySelectorAll("#facets details")];
let unfolded = [];

form?.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt !== form) return;
  for (const [name, value] of Object.entries(detail.parameters)) {
    if (value === "") delete detail.parameters[name];
  }
});

document.body.addEventListener("htmx:beforeSwap", () => {
  unfolded = groups().filter((one) => one.open).map((one) => one.dataset.group);
});

document.body.addEventListener("htmx:afterSettle", () => {
  for (const box of groups()) box.open ||= unfolded.includes(box.dataset.group);
  const words = form.elements.q;
  if (document.activeElement !== words) words.value = new URLSearchParams(location.search).get("q") ?? "";
  // What was pressed is gone, so whoever uses the keyboard goes on at the new list.
  if (document.activeElement === document.body) document.querySelector("#found").focus();
});

for (const fault of ["htmx:responseError", "htmx:sendError"]) {
  document.body.addEventListener(fault, ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));
}
