/* Has this device keep the slides, says how old a kept copy is, and shows nothing that was taken back once there is a line. */
const deck = document.querySelector("[data-worker]");
const told = deck.querySelector("[data-kept-told]");
const EVERY = 5 * 60 * 1000; // Milliseconds between two looks whether anything changed.
const SOON = 5000; // And until the next where a line is said to be there and school did not answer.
const SEEN = "slides-seen";
const saves = navigator.connection?.saveData; // Somebody who pays for each picture is not made to keep them.
let first = null;

const when = (moment) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(moment);

/* A page that shows something else than school does now is asked for anew, once for each change. */
function heard({ state, slides, edition, at }) {
  if (state === "gone") return location.reload();
  if (state === "kept" && !deck.dataset.kept) told.textContent = `Kept on this device: you can show it without internet. ${when(at)}.`;
  if (state === "some") told.textContent = "Some of it did not fit, so keep the internet on.";
  if (!slides) return;
  const changed = slides !== deck.dataset.edition || (first && first !== edition);
  first ??= edition;
  if (!changed || sessionStorage.getItem(SEEN) === edition) return;
  sessionStorage.setItem(SEEN, edition);
  location.reload();
}

/* Opened without a line, the worker is there already; it need not be fetched to be asked. */
async function look() {
  const { worker, scope } = deck.dataset;
  const known = await navigator.serviceWorker.getRegistration(scope) ?? await navigator.serviceWorker.register(worker, { scope });
  const asked = known.active ?? (await navigator.serviceWorker.ready).active;
  asked.postMessage("look");
}

function begin() {
  const again = () => look().catch(() => {});
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.state === "away" && navigator.onLine) setTimeout(again, SOON);
    heard(data);
  });
  addEventListener("online", again);
  setInterval(again, EVERY);
  again();
}

if (deck.dataset.kept) {
  told.textContent = `There is no internet. You see what this device kept on ${when(new Date(deck.dataset.kept))}. Somebody may have taken a memory back since.`;
  told.classList.add("is-old");
}
if ("serviceWorker" in navigator && !saves) begin();
