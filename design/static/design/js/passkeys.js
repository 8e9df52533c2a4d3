/* Shows the passkey buttons where the browser knows passkeys; says in plain words when one did not work; carries "my own device" along. */
const trouble = document.querySelector("[data-passkey-trouble]");

if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkeys]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-no-passkeys]")) part.hidden = true;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  if (trouble) trouble.hidden = false;
});

const tick = document.querySelector("input[name=remember][type=checkbox]");
const carried = document.querySelector("[data-whose-device]");
tick?.addEventListener("change", () => {
  if (carried) carried.value = tick.checked ? "on" : "";
});
