/* Says back how a date was read, after each save. */
const line = document.querySelector("[data-when]");

if (line) addEventListener("desk:saved", ({ detail }) => {
  line.hidden = !detail.when;
  line.querySelector("[data-when-words]").textContent = detail.when;
});
