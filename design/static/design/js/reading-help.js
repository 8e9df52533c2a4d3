/*
 * Reading help: size and spacing at once, the page or a part of it read aloud, and speaking instead of typing.
 * Nothing leaves the device: only voices that the device has itself read aloud (others send the words away), and a
 * browser may only write down speech that it can do on the device (processLocally). Where it cannot, there is no button.
 */
const help = document.querySelector("[data-reading-help]");
const form = document.querySelector("[data-reading-form]");
const LONGEST = 180;
const PLACES = "[data-step], .desk__page section.panel, .desk__page .feedback, .describing";
const SKIPPED = "nav, button, svg, script, template, select, .reading-help, .visually-hidden, .underlines, [aria-hidden=true], [hidden]";

function classes() {
  const chosen = [...new FormData(form)].filter(([name, value]) => ["size", "lines", "letters"].includes(name) && value);
  return chosen.map(([name, value]) => `reading-${name}-${value}`);
}

function use() {
  const root = document.documentElement;
  root.classList.remove(...[...root.classList].filter((name) => name.startsWith("reading-")));
  root.classList.add(...classes());
  fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } }).catch(() => {});
}

/* What a person would read: words that are in sight, and what stands in the boxes. */
function wordsIn(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    if (node.matches(SKIPPED) || !node.checkVisibility()) return NodeFilter.FILTER_REJECT;
    return node.matches("textarea, input:not([type]), input[type=text]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  const said = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement.tagName !== "TEXTAREA") said.push(node.data.trim());
    } else if (node.value.trim()) said.push(node.value.trim());
  }
  return said;
}

/* Some browsers stop in the middle of a long text. */
function pieces(texts) {
  return texts.flatMap((text) => text.match(new RegExp(`[^.!?\\n]{1,${LONGEST}}(?:[.!?]+|\\n|\\s|$)|\\S{1,${LONGEST}}`, "g")) ?? []).map((piece) => piece.trim()).filter(Boolean);
}

function aloud(voices) {
  const stop = help.querySelector("[data-aloud-stop]");
  const speech = speechSynthesis;
  const voice = voices.find(({ lang }) => lang.replace("_", "-") === "en-GB") ?? voices.find(({ lang }) => lang.startsWith("en")) ?? voices[0];

  function quiet() {
    speech.cancel();
    stop.hidden = true;
  }

  function read(part) {
    quiet();
    const chosen = String(getSelection()).trim();
    const utterances = pieces(chosen ? [chosen] : wordsIn(part)).map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 }));
    if (!utterances.length) return;
    utterances.at(-1).addEventListener("end", () => { stop.hidden = true; });
    stop.hidden = false;
    for (const utterance of utterances) speech.speak(utterance);
  }

  help.querySelector("[data-aloud]").hidden = false;
  help.querySelector("[data-aloud-page]").addEventListener("click", () => read(document.querySelector(".desk__page") ?? document.querySelector("main")));
  stop.addEventListener("click", quiet);
  addEventListener("pagehide", quiet);
  for (const place of document.querySelectorAll(PLACES)) {
    const button = document.querySelector("[data-aloud-part]").content.firstElementChild.cloneNode(true);
    button.addEventListener("click", () => (stop.hidden ? read(place) : quiet()));
    place.querySelector("h2")?.after(button);
  }
}

function ownVoices() {
  return speechSynthesis.getVoices().filter((voice) => voice.localService);
}

function offerAloud() {
  if (!("speechSynthesis" in window) || !("SpeechSynthesisUtterance" in window)) return;
  let begun = false;
  const begin = () => {
    if (begun || !ownVoices().length) return;
    begun = true;
    aloud(ownVoices());
  };
  begin();
  speechSynthesis.addEventListener?.("voiceschanged", begin);
}

function dictate(Recognition, box) {
  const button = document.querySelector("[data-dictation]").content.firstElementChild.cloneNode(true);
  let listening = null;
  const label = () => {
    button.textContent = button.dataset[listening ? "stop" : "start"];
    button.setAttribute("aria-pressed", String(Boolean(listening)));
  };
  button.addEventListener("click", () => {
    if (listening) return listening.stop();
    listening = Object.assign(new Recognition(), { lang: "en-GB", continuous: true, processLocally: true });
    listening.addEventListener("result", ({ results, resultIndex }) => {
      for (const result of [...results].slice(resultIndex).filter((each) => each.isFinal)) {
        const before = box.value.slice(0, box.selectionStart);
        box.setRangeText(`${before && !/\s$/.test(before) ? " " : ""}${result[0].transcript.trim()}`, box.selectionStart, box.selectionEnd, "end");
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    for (const name of ["end", "error"]) listening.addEventListener(name, () => {
      listening = null;
      label();
    });
    listening.start();
    label();
  });
  label();
  box.closest(".field").append(button);
}

async function offerDictation() {
  const Recognition = window.SpeechRecognition;
  if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return;
  try {
    if (await Recognition.available({ langs: ["en-GB"], processLocally: true }) !== "available") return;
  } catch {
    return;
  }
  help.querySelector("[data-dictation-hint]").hidden = true;
  for (const box of document.querySelectorAll(".field--reading textarea")) dictate(Recognition, box);
}

form?.addEventListener("change", use);
form?.addEventListener("submit", (event) => {
  if (!help) return;
  event.preventDefault();
  use();
});
if (help) {
  form.querySelector("[type=submit]").hidden = true;
  offerAloud();
  offerDictation();
}
