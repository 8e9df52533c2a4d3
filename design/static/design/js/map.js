/* Lights the pin of a place while its line in the list is pointed at or ticked. A line is [data-place="key"], or a box whose value is the key. */
const pin = (key) => document.querySelector(`[data-pin="${CSS.escape(key)}"]`);

for (const [name, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
  addEventListener(name, ({ target }) => {
    const line = target.closest?.("[data-place]");
    if (line) pin(line.dataset.place)?.classList.toggle("is-lit", on);
  });
}

for (const picker of document.querySelectorAll(".place-picker")) {
  const boxes = [...picker.querySelectorAll("input[type=checkbox]")];
  const draw = () => boxes.forEach((box) => pin(box.value)?.classList.toggle("pin--on", box.checked));
  picker.addEventListener("change", draw);
  picker.addEventListener("click", (event) => {
    const key = event.target.closest("[data-pin]")?.dataset.pin;
    const box = boxes.find((each) => each.value === key);
    if (!box) return;
    event.preventDefault();
    box.click();
  });
  draw();
}
