/* Suggests titles, places and funds while one types. The box has data-suggestions (an address) and a list. */
const WAIT = 200; // milliseconds without a key

for (const box of document.querySelectorAll("input[data-suggestions]")) {
  let timer, asked;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT);
  });

  async function suggest() {
    asked?.abort();
    asked = new AbortController();
    const address = `${box.dataset.suggestions}?${new URLSearchParams({ q: box.value })}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      const { suggestions } = await answer.json();
      box.list.replaceChildren(...suggestions.map((text) => new Option("", text)));
    } catch {
      // Nothing is suggested without a line; the form works all the same.
    }
  }
}
