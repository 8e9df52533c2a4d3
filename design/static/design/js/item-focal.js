// A press on the picture sets the sliders; the sliders move the mark.
const form = document.querySelector("[data-focal]");
const stage = form.querySelector("[data-focal-stage]");
const { across, down } = form.elements;

function mark() {
  for (const path of form.querySelectorAll("[data-focal-mark]")) {
    path.setAttribute("d", `M0 ${down.value}H100M${across.value} 0V100`);
  }
}

stage.addEventListener("click", (event) => {
  const { left, top, width, height } = stage.getBoundingClientRect();
  across.value = Math.round((100 * (event.clientX - left)) / width);
  down.value = Math.round((100 * (event.clientY - top)) / height);
  mark();
});
form.addEventListener("input", mark);
