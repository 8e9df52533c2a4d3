/* Larger letters for a visitor, kept on this device alone. It stands in the head, so that nothing jumps once it is drawn. */
(() => {
  const KEY = "reading-size";
  const SIZES = ["large", "larger", "largest"];
  const root = document.documentElement;
  const use = (size) => {
    root.classList.remove(...SIZES.map((one) => `reading-size-${one}`));
    if (SIZES.includes(size)) root.classList.add(`reading-size-${size}`);
  };
  const kept = () => {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return "";
    }
  };

  use(kept());
  addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector("[data-reading-here]");
    const select = choice.querySelector("select");
    choice.hidden = false;
    select.value = kept();
    select.addEventListener("change", () => {
      use(select.value);
      try {
        localStorage.setItem(KEY, select.value);
      } catch {
        // A browser that keeps nothing still shows it larger now.
      }
    });
  });
})();
