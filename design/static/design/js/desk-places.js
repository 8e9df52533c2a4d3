/* Finds a place in the list by a few letters. */
const search = document.querySelector("[data-place-search]");

if (search) {
  const box = search.querySelector("input");
  const none = search.querySelector("[data-place-none]");
  const areas = [...document.querySelectorAll("[data-area]")];
  search.hidden = false;
  // Enter would press the first button of the whole form.
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.addEventListener("input", () => {
    const letters = box.value.trim().toLowerCase().replaceAll("’", "'");
    let found = 0;
    for (const area of areas) {
      const lines = [...area.querySelectorAll("[data-place]")];
      for (const line of lines) line.hidden = !line.textContent.toLowerCase().includes(letters);
      const shown = lines.filter((line) => !line.hidden).length;
      area.hidden = !shown;
      found += shown;
    }
    none.hidden = found > 0;
  });
}
