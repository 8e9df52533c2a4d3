/* Says back how a date was read, after each save, and asks for a year of birth where only an age was said. */
const line = document.querySelector("[data-when]");
const born = document.querySelector("[data-born]");

function worked(answer) {
  const [box, year] = [document.querySelector("[name=when_text]"), born.querySelector("input")];
  const found = answer.when_text !== box.value;
  born.querySelector("[data-born-wrong]").hidden = found;
  if (!found) return year.focus();
  box.value = answer.when_text;
  year.value = "";
  box.focus();
}

if (line) addEventListener("desk:saved", ({ detail }) => {
  line.hidden = !detail.when;
  line.querySelector("[data-when-words]").textContent = detail.when;
  if (detail.button === "born") worked(detail);
  born.hidden = !detail.age;
  if (detail.age) born.querySelector("[data-born-question]").textContent = detail.age;
});
