/*
 * Question cards on a page: moves by buttons and arrow keys, reads a card aloud where the browser can, and ticks
 * without leaving the page. A tick that finds no Wi-Fi stays on the device and goes to school later.
 */
for (const section of document.querySelectorAll("[data-cards]")) begin(section);

function begin(section) {
  const row = section.querySelector("[data-cards-row]");
  const cards = [...section.querySelectorAll("[data-card]")];
  move(section, row, cards);
  ticks(section);
  if ("speechSynthesis" in window) readAloud(section);
}

/* The card that is nearest to the middle of the row. */
function inSight(row, cards) {
  const middle = row.getBoundingClientRect().left + row.clientWidth / 2;
  const off = (card) => Math.abs(card.getBoundingClientRect().left + card.offsetWidth / 2 - middle);
  return cards.reduce((best, card) => (off(card) < off(best) ? card : best));
}

function move(section, row, cards) {
  /* The card takes the focus, so that whoever listens hears it. */
  const show = (place) => {
    const card = cards[place];
    if (!card) return;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ inline: "center", block: "nearest" });
  };
  section.addEventListener("click", (event) => {
    const way = event.target.closest("[data-way]");
    if (!way) return;
    event.preventDefault();
    show(cards.indexOf(way.closest("[data-card]")) + Number(way.dataset.way));
  });
  section.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    show(cards.indexOf(inSight(row, cards)) + step);
  });
}

function ticks(section) {
  const key = `cards-${section.dataset.cards}`;
  const waiting = new Map(Object.entries(kept(key)));
  const buttonOf = (question) => section.querySelector(`[data-question="${question}"]`);

  function show(button, asked) {
    button.setAttribute("aria-pressed", String(asked));
    button.value = `${asked ? "open" : "asked"}-${button.dataset.question}`;
  }

  function keep() {
    try {
      if (waiting.size) localStorage.setItem(key, JSON.stringify(Object.fromEntries(waiting)));
      else localStorage.removeItem(key);
    } catch { /* A browser that keeps nothing still has the tick on the page. */ }
  }

  async function send(question) {
    const button = buttonOf(question);
    const asked = waiting.get(question);
    const data = new FormData(button.form);
    data.set("do", `${asked ? "asked" : "open"}-${question}`);
    try {
      const answer = await fetch(button.form.action, { method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "error" });
      if (!answer.ok) return;
      if (waiting.get(question) === asked) waiting.delete(question);
      keep();
    } catch { /* It is tried again when the Wi-Fi is back. */ }
  }

  const sendAll = () => [...waiting.keys()].forEach(send);

  section.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.dataset.question) return;
    event.preventDefault();
    const asked = button.getAttribute("aria-pressed") !== "true";
    show(button, asked);
    waiting.set(button.dataset.question, asked);
    keep();
    send(button.dataset.question);
  });
  for (const [question, asked] of waiting) {
    const button = buttonOf(question);
    if (button) show(button, asked);
    else waiting.delete(question);
  }
  keep();
  addEventListener("online", sendAll);
  sendAll();
}

function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
}

/* What is open on the card is what is read, in its own language. */
function readAloud(section) {
  const voices = () => speechSynthesis.getVoices();
  for (const button of section.querySelectorAll("[data-read]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) return speechSynthesis.cancel();
      const card = button.closest("[data-card]");
      for (const said of card.querySelectorAll("[data-said]")) {
        if (said.closest("details:not([open])")) continue;
        const words = new SpeechSynthesisUtterance(said.textContent);
        words.lang = said.closest("[lang]").lang;
        words.voice = voices().find((voice) => voice.lang.toLowerCase().startsWith(words.lang.toLowerCase())) || null;
        words.rate = 0.9;
        speechSynthesis.speak(words);
      }
    });
  }
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
