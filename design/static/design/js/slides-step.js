/* Keeps the slides and the presenter's notes on the same slide, from window to window of one browser. */
const channel = new BroadcastChannel(`slides ${location.pathname}`);
let now = null;

const tell = () => { if (now) channel.postMessage({ here: now.here }); };

document.addEventListener("slide", (event) => { now = event.detail; tell(); });
channel.addEventListener("message", ({ data }) => {
  if (data.asks) tell();
  else if (data.black) document.dispatchEvent(new CustomEvent("slide-blank"));
  else if (now && Number.isInteger(data.go)) document.dispatchEvent(new CustomEvent("slide-go", { detail: data.go }));
});
