/*
 * On a shared computer: two minutes before an unused desk is closed, saves what was typed and asks "are you still there?".
 * Whoever types or moves ("desk:busy": or records) is there, in any tab (told from tab to tab, written down nowhere); the server is told every few minutes. It ends the session by itself too.
 */
import { leave as nobodyIsHere } from "./desk-who.js";

const box = document.querySelector("dialog[data-idle]");
const WARNING = 120;
const TELL_EVERY = 240;
const SAVING = 4000;

if (box) begin(Number(box.dataset.idle));

function begin(idle) {
  const tabs = new BroadcastChannel("desk-used");
  let used = Date.now();
  let asking = false;

  function use() {
    used = Date.now();
    tabs.postMessage(used);
  }

  async function tell(words = {}) {
    const body = new FormData(box.querySelector("form"));
    for (const [name, value] of Object.entries(words)) body.set(name, value);
    try {
      const answer = await fetch(box.dataset.here, { method: "POST", body, headers: { Accept: "application/json" } });
      return answer.status;
    } catch {
      return 0;
    }
  }

  function save() {
    const memory = document.querySelector("form[data-memory]");
    if (!memory) return Promise.resolve();
    return new Promise((done) => {
      memory.addEventListener("desk:saved", done, { once: true });
      setTimeout(done, memory.querySelector("[data-saved]")?.dataset.state === "safe" ? 0 : SAVING);
      memory.dispatchEvent(new CustomEvent("desk:save"));
    });
  }

  async function leave() {
    asking = false;
    clearInterval(clock);
    await save();
    nobodyIsHere({ later: !await tell({ leaving: "1" }) });
    dispatchEvent(new Event("desk:leaving"));
    location.assign(`${box.dataset.signIn}?next=${encodeURIComponent(location.pathname)}`);
  }

  async function stay() {
    asking = false;
    box.close();
    use();
    if (await tell() === 401) leave();
  }

  function look() {
    const unused = (Date.now() - used) / 1000;
    if (unused >= idle) return leave();
    if (unused >= idle - WARNING && !asking) {
      asking = true;
      save();
      box.showModal();
    } else if (unused < idle - WARNING && asking) {
      asking = false;
      box.close();
    }
  }

  let lastTold = Date.now();
  function active() {
    if (asking) return;
    use();
    if (Date.now() - lastTold < TELL_EVERY * 1000) return;
    lastTold = Date.now();
    tell();
  }

  tabs.addEventListener("message", ({ data }) => { used = Math.max(used, data); });
  use();
  const clock = setInterval(look, 1000);
  for (const name of ["keydown", "pointerdown", "pointermove", "scroll", "desk:busy"]) addEventListener(name, active, { passive: true });
  box.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.value === "leave") leave();
    else stay();
  });
}
