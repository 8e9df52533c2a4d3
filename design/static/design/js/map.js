/* Lights the pin of a place while its line in the list is pointed at or ticked. A line is [data-place="key"], or a box whose value is the key. */
const pins = new Map([...document.querySelectorAll("[data-pin]")].map((pin) => [pin.dataset.pin, pin]));

function light(key, on) {
  pins.get(key)?.classList.toggle("is-lit", on);
}

for (const line of document.querySelectorAll("[data-place]")) {
  for (const [name, on] of [["pointerenter", true], ["focusin", true], ["pointerleave", false], ["focusout", false]]) {
    line.addEventListener(name, () => light(line.dataset.place, on));
  }
}

for (const picker of document.querySelectorAll(".place-picker")) {
  const boxes = [...picker.querySelectorAll("input[type=checkbox]")];
  const draw = () => boxes.forEach((box) => pins.get(box.value)?.classList.toggle("pin--on", box.checked));
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
