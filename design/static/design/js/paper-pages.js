/* Turns the pages of a paper one at a time, by buttons and by the arrow keys; without it one scrolls. */
for (const paper of document.querySelectorAll("[data-leaves]")) {
  const leaves = [...paper.querySelectorAll(".leaf")];
  if (leaves.length < 2) continue;
  const find = (name) => paper.querySelector(`[data-${name}]`);
  const links = [...find("numbers").querySelectorAll("a")];
  let shown = 0;

  const turn = (number, { tell = true } = {}) => {
    shown = Math.min(Math.max(number, 0), leaves.length - 1);
    leaves.forEach((leaf, index) => { leaf.classList.toggle("is-away", index !== shown); });
    links.forEach((link, index) => (index === shown ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
    find("back").disabled = shown === 0;
    find("on").disabled = shown === leaves.length - 1;
    if (tell) find("page").textContent = `Page ${shown + 1} of ${leaves.length}`;
  };
  const fromAddress = () => {
    const asked = leaves.findIndex(({ id }) => `#${id}` === location.hash);
    if (asked < 0) return;
    turn(asked);
    leaves[asked].scrollIntoView({ block: "nearest" });
  };

  find("turn").hidden = false;
  paper.classList.add("is-turned");
  find("back").addEventListener("click", () => turn(shown - 1));
  find("on").addEventListener("click", () => turn(shown + 1));
  links.forEach((link, index) => link.addEventListener("click", (event) => {
    event.preventDefault();
    turn(index);
  }));
  find("pages").addEventListener("keydown", (event) => {
    const to = { ArrowLeft: shown - 1, PageUp: shown - 1, ArrowRight: shown + 1, PageDown: shown + 1, Home: 0, End: leaves.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn(to);
  });
  addEventListener("hashchange", fromAddress);
  turn(0);
  fromAddress();
}
