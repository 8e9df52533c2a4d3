/*
 * Drags a part of a memory to another place, with a finger or a mouse. The buttons "Move up" and "Move down" do the same with keys.
 * Only the grip is held: everywhere else a finger still scrolls the page.
 */
const form = document.querySelector("form[data-memory]");
const EDGE = 90;
const STEP = 14;

const lists = () => form.querySelector("[data-parts]");
const order = (list) => [...list.querySelectorAll("[data-part]")].map((part) => part.dataset.part).join(",");

function uncover() {
  const several = lists().querySelectorAll("[data-part]").length > 1;
  for (const grip of form.querySelectorAll("[data-grip]")) grip.hidden = !several || form.hasAttribute("data-stopped");
}

/* The part goes before the first one whose middle is below the finger. */
function place(list, part, y) {
  const others = [...list.querySelectorAll("[data-part]")].filter((other) => other !== part);
  const next = others.find((other) => {
    const { top, height } = other.getBoundingClientRect();
    return y < top + height / 2;
  }) ?? null;
  if (next !== part.nextElementSibling) list.insertBefore(part, next);
}

function drag(event) {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip || event.button) return;
  const part = grip.closest("[data-part]");
  const list = part.parentElement;
  const before = order(list);
  let y = event.clientY;
  let frame;

  /* Near the edge of the screen the page goes along. */
  function roll() {
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    if (by) scrollBy(0, by);
    place(list, part, y);
    frame = requestAnimationFrame(roll);
  }

  function move(moved) {
    y = moved.clientY;
  }

  function end() {
    cancelAnimationFrame(frame);
    removeEventListener("pointermove", move);
    part.classList.remove("is-dragged");
    list.classList.remove("is-sorting");
    const now = order(list);
    if (now !== before) form.dispatchEvent(new CustomEvent("desk:save", { detail: { button: `order:${now}` } }));
  }

  event.preventDefault();
  part.classList.add("is-dragged");
  list.classList.add("is-sorting");
  addEventListener("pointermove", move);
  addEventListener("pointerup", end, { once: true });
  addEventListener("pointercancel", end, { once: true });
  frame = requestAnimationFrame(roll);
}

if (form) {
  uncover();
  form.addEventListener("pointerdown", drag);
  addEventListener("desk:saved", uncover);
}
