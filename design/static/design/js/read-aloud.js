/* Reads the words of a page aloud, paragraph by paragraph, in a voice that is on the device:
   a voice from the network would send the words to somebody else. */
const place = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;

if (place && speech) {
  const button = place.querySelector("button");
  const label = place.querySelector("[data-label]");
  const start = label.textContent;
  const parts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, figcaption)")]
    .filter((part) => !place.contains(part) && !part.querySelector("p, li") && !part.closest(".no-print, [data-not-aloud]"));
  let round = 0;

  const voice = () => speech.getVoices().find((one) => one.localService && one.lang.startsWith("en"));
  const offer = () => { place.hidden = !voice(); };

  const stop = () => {
    round += 1;
    speech.cancel();
    button.setAttribute("aria-pressed", "false");
    label.textContent = start;
    document.querySelector(".is-read")?.classList.remove("is-read");
  };

  const read = (left, mine) => {
    document.querySelector(".is-read")?.classList.remove("is-read");
    if (mine !== round) return;
    if (!left.length) { stop(); return; }
    const words = new SpeechSynthesisUtterance(left[0].textContent.trim());
    words.voice = voice();
    words.lang = words.voice.lang;
    words.onend = () => read(left.slice(1), mine);
    words.onerror = words.onend;
    left[0].classList.add("is-read");
    left[0].scrollIntoView({ block: "nearest" });
    speech.speak(words);
  };

  button.addEventListener("click", () => {
    const reading = button.getAttribute("aria-pressed") === "true";
    stop();
    if (reading) return;
    button.setAttribute("aria-pressed", "true");
    label.textContent = label.dataset.stop;
    // One voice at a time, and nothing that is covered.
    for (const media of document.querySelectorAll("audio, video")) media.pause();
    read(parts.filter((part) => part.checkVisibility()), round);
  });
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}
