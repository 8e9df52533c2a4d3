/*
 * Hands a picture over to the phone's own way of sending: a button with data-share (the picture's address).
 * It stays hidden where the browser cannot send files. Nothing goes anywhere that the person did not choose.
 */
const button = document.querySelector("[data-share]");
const says = document.querySelector("[data-share-says]");
const NAME = "thank-you.png";

if (button) begin();

function begin() {
  const sample = new File([""], NAME, { type: "image/png" });
  if (!navigator.canShare?.({ files: [sample] })) return;
  button.hidden = false;
  // Fetched before it is pressed, because a browser lets a page share only just after a press.
  const picture = fetch(button.dataset.share).then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(answer.statusText))));
  picture.catch(() => {});
  button.addEventListener("click", () => send(picture));
}

async function send(picture) {
  says.textContent = "";
  try {
    await navigator.share({ files: [new File([await picture], NAME, { type: "image/png" })] });
  } catch (error) {
    if (error.name !== "AbortError") says.textContent = button.dataset.shareFailed;
  }
}
