// Boxes over faces, drawn on the picture. The number fields hold what counts; this only moves them.
const form = document.querySelector("[data-hide]");
const stage = form.querySelector("[data-hide-stage]");
const rows = form.querySelector("[data-hide-rows]");
const total = form.elements["box-TOTAL_FORMS"];
const most = Number(form.elements["box-MAX_NUM_FORMS"].value);
const said = form.querySelector("[data-hide-said]");

const NAMES = ["left", "top", "width", "height"];
const SMALLEST = 1;
const USUAL = 14;
const STEP = 1;

const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
const away = (row) => row.querySelector('[name$="-DELETE"]');
const between = (least, value, largest) => Math.min(largest, Math.max(least, value));

function numbers(row) {
  return Object.fromEntries(NAMES.map((name) => [name, Number(field(row, name).value)]));
}

function isFilled(row) {
  const { width, height } = numbers(row);
  return width > 0 && height > 0 && !away(row).checked;
}

function write(row, box) {
  const width = between(SMALLEST, box.width, 100);
  const height = between(SMALLEST, box.height, 100);
  const inside = { left: between(0, box.left, 100 - width), top: between(0, box.top, 100 - height), width, height };
  for (const name of NAMES) field(row, name).value = inside[name].toFixed(1);
  show(row);
}

// Every row has a button on the picture: it can be pulled, and moved with the keyboard.
const buttons = new Map();

function buttonOf(row) {
  if (buttons.has(row)) return buttons.get(row);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hide__box";
  const corner = document.createElement("span");
  corner.className = "hide__corner";
  button.append(nameOf(row).replace(/\D+/g, ""), corner);
  button.setAttribute("aria-label", words("keys", row));
  button.addEventListener("pointerdown", (event) => pull(event, row, event.target === corner));
  button.addEventListener("keydown", (event) => nudge(event, row));
  stage.append(button);
  buttons.set(row, button);
  return button;
}

const nameOf = (row) => row.querySelector("legend").textContent;
const words = (what, row) => said.dataset[what].replace("{name}", nameOf(row));

function show(row) {
  const button = buttonOf(row);
  const filled = isFilled(row);
  button.hidden = !filled;
  row.hidden = !filled && !row.querySelector(".item-tool__problem") && !row.contains(document.activeElement);
  if (!filled) return;
  const box = numbers(row);
  for (const name of NAMES) button.style[name] = `${box[name]}%`;
}

function place(event) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: (100 * (event.clientX - left)) / width, y: (100 * (event.clientY - top)) / height };
}

// Follows the pointer from where it went down until it is let go.
function follow(event, change, end = () => {}) {
  event.preventDefault();
  const from = place(event);
  const target = event.currentTarget;
  target.setPointerCapture(event.pointerId);
  const move = (next) => change(from, place(next));
  const stop = (last) => {
    target.removeEventListener("pointermove", move);
    target.removeEventListener("pointerup", stop);
    target.removeEventListener("pointercancel", stop);
    end(from, place(last));
  };
  target.addEventListener("pointermove", move);
  target.addEventListener("pointerup", stop);
  target.addEventListener("pointercancel", stop);
}

function pull(event, row, isCorner) {
  event.stopPropagation();
  const start = numbers(row);
  buttonOf(row).focus();
  follow(event, (from, to) => {
    const across = to.x - from.x;
    const down = to.y - from.y;
    if (isCorner) {
      const width = between(SMALLEST, start.width + across, 100 - start.left);
      const height = between(SMALLEST, start.height + down, 100 - start.top);
      write(row, { ...start, width, height });
    } else {
      write(row, { ...start, left: start.left + across, top: start.top + down });
    }
  });
}

function nudge(event, row) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    takeAway(row);
    return;
  }
  const [across, down] = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key] || [0, 0];
  if (!across && !down) return;
  event.preventDefault();
  const box = numbers(row);
  if (event.shiftKey) {
    const width = between(SMALLEST, box.width + across, 100 - box.left);
    const height = between(SMALLEST, box.height + down, 100 - box.top);
    write(row, { ...box, width, height });
  } else {
    write(row, { ...box, left: box.left + across, top: box.top + down });
  }
}

function takeAway(row) {
  away(row).checked = true;
  show(row);
  said.textContent = words("gone", row);
  add.focus();
}

function spare() {
  const empty = [...rows.children].find((row) => !away(row).checked && NAMES.every((name) => !field(row, name).value));
  if (empty || Number(total.value) >= most) return empty;
  const number = Number(total.value);
  const holder = document.createElement("div");
  const blank = form.querySelector("[data-hide-blank]").innerHTML;
  holder.innerHTML = blank.replaceAll("__prefix__", number).replaceAll("__number__", number + 1);
  const row = holder.firstElementChild;
  rows.append(row);
  total.value = number + 1;
  return row;
}

function draw(box) {
  const row = spare();
  if (!row) {
    said.textContent = said.dataset.most.replace("{most}", most);
    return null;
  }
  write(row, box);
  said.textContent = words("there", row);
  return row;
}

const around = ({ x, y }) => ({ left: x - USUAL / 2, top: y - USUAL / 2, width: USUAL, height: USUAL });

// A finger scrolls the page, so it presses where a mouse can also pull.
stage.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "touch" || event.button !== 0) return;
  let row = null;
  const pulled = (from, to) => {
    const width = Math.abs(to.x - from.x);
    const height = Math.abs(to.y - from.y);
    if (!row && Math.max(width, height) < 2) return;
    const box = { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), width, height };
    if (row) write(row, box);
    else row = draw(box);
  };
  follow(event, pulled, (from) => {
    row = row || draw(around(from));
    if (row) buttonOf(row).focus();
  });
});

stage.addEventListener("click", (event) => {
  if (event.pointerType !== "touch" || event.target.closest(".hide__box")) return;
  const row = draw(around(place(event)));
  if (row) buttonOf(row).focus({ preventScroll: true });
});

const add = form.querySelector("[data-hide-add]");
add.addEventListener("click", () => {
  const row = draw(around({ x: 50, y: 40 }));
  if (row) buttonOf(row).focus();
});

rows.addEventListener("input", (event) => show(event.target.closest("[data-box]")));

form.dataset.drawing = "";
for (const part of form.querySelectorAll("[data-hide-script], [data-hide-tools]")) part.hidden = false;
for (const row of rows.children) show(row);
