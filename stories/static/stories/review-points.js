/* Selecting words in a memory, or pausing a player, says what a point is about. Without script there is a list and a box. */
const AROUND = 40;

function around(words, range) {
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.selectNodeContents(words);
  after.setStart(range.endContainer, range.endOffset);
  return [before.toString().slice(-AROUND), after.toString().slice(0, AROUND)];
}

/* The chosen words join the list of sentences, as its last line. */
function choose(choice, text) {
  let option = [...choice.options].find((each) => each.value === text);
  if (!option) {
    option = choice.querySelector("[data-selected]") || choice.appendChild(new Option());
    option.dataset.selected = "";
    option.value = text;
    option.text = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  }
  option.selected = true;
}

function take(words, selection) {
  const text = selection.toString().trim();
  const about = document.querySelector(`[data-about="${words.dataset.words}"]`);
  if (!text || !about) return;
  about.open = true;
  const choice = about.querySelector("[data-quote]");
  choose(choice, text);
  const { before, after } = choice.form.elements;
  [before.value, after.value] = around(words, selection.getRangeAt(0));
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const holder = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-words]");
  const words = holder(selection.anchorNode);
  if (words && words === holder(selection.focusNode)) take(words, selection);
}

document.addEventListener("pointerup", () => setTimeout(selected));
document.addEventListener("keyup", (event) => event.shiftKey && selected());

for (const choice of document.querySelectorAll("[data-quote]")) {
  choice.addEventListener("change", () => {
    const { before, after } = choice.form.elements;
    before.value = after.value = "";
  });
}

/* The player of a part stands before the box about it. */
function playerOf(about) {
  for (let each = about.previousElementSibling; each; each = each.previousElementSibling) {
    if (each.matches(".review__item")) return each.querySelector("audio, video");
  }
  return null;
}

for (const button of document.querySelectorAll("[data-now]")) {
  const player = playerOf(button.closest("[data-about]"));
  if (!player) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const at = Math.floor(player.currentTime);
    button.form.elements.moment.value = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  });
}
