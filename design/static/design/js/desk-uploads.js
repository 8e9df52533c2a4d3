/*
 * The files of one memory on their way: a row for each, with its own progress. One that fails takes no other with it.
 * desk-sender.js sends them, here and on every other page of the desk. A file too large to be kept on the device goes on
 * while this page is open, and else when it is chosen again: school knows how far it is.
 */
import { here } from "./desk-line.js";
import { leaveOut, letGo, send, takeUp, wouldStop } from "./desk-sender.js";

const form = document.querySelector("form[data-memory]");
const box = form?.querySelector("[data-uploads]");
const list = box?.querySelector("[data-upload-list]");
const words = box?.dataset;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // Marks that could disguise a name.

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function press(label, name, action) {
  const made = element("button", "button button--plain", label);
  made.type = "button";
  made.append(element("span", "visually-hidden", `, ${name}`));
  made.addEventListener("click", action);
  return made;
}

/* A row, and what may be told to it. */
function row(fullName, out) {
  const name = fullName.replace(TURNING, "");
  const line = element("li", "item");
  const bar = document.createElement("progress");
  const state = element("p", "quiet");
  const title = element("p", "item__name");
  const buttons = element("div", "button-row");
  title.append(element("bdi", "", name));
  Object.assign(bar, { max: 100, value: 0 });
  bar.setAttribute("aria-label", words.bar.replace("{name}", () => name));
  state.setAttribute("role", "status");
  const on = {
    say: (text) => { if (state.textContent !== text) state.textContent = text; },
    show: (bytes, size) => {
      bar.value = Math.floor((bytes / size) * 100);
      on.say(bytes < size ? words.sending.replace("{percent}", bar.value) : words.sent);
    },
    wrong: (sentence) => {
      line.classList.add("item--refused");
      bar.hidden = true;
      state.className = "field__error";
      on.say(sentence);
    },
    begun: forget,
    placed: (answer) => {
      if (answer.part && !document.getElementById(`part-${answer.part}`)) form.querySelector("[data-parts]").insertAdjacentHTML("beforeend", answer.html);
      line.remove();
      form.dispatchEvent(new CustomEvent("desk:part"));
    },
  };
  buttons.append(press(words.leaveOut, name, () => { line.remove(); out(); }));
  line.append(title, bar, state, buttons);
  list.append(line);
  on.say(`${here}. ${words.turn}`);
  return on;
}

function add(file) {
  if (file.size > Number(form.dataset.largest)) return row(file.name, () => {}).wrong(form.dataset.tooBig);
  const job = send(file, form.dataset.memory, row(file.name, async () => leaveOut(await job)));
}

function offerToLeaveOut(line) {
  const buttons = element("div", "button-row");
  buttons.append(press(words.leaveOut, line.dataset.name, async () => {
    await letGo(line.dataset.upload);
    forget(line.dataset.upload);
  }));
  line.append(buttons);
}

/* Takes an upload off the list of those that have not finished. */
function forget(address) {
  const notice = box.querySelector("[data-coming]");
  for (const line of notice?.querySelectorAll("[data-upload]") || []) if (line.dataset.upload === address) line.remove();
  if (notice && !notice.querySelector("[data-upload]")) notice.remove();
}

if (box) {
  for (const each of box.querySelectorAll("[data-without-script]")) each.hidden = true;
  for (const line of box.querySelectorAll("[data-upload]")) offerToLeaveOut(line);
  for (const input of box.querySelectorAll("input[type=file]")) {
    const take = () => {
      for (const file of input.files) add(file);
      input.value = "";
    };
    input.addEventListener("change", take);
    take(); // What was chosen before this script came over slow Wi-Fi.
  }
  // Something else on this page goes on with it.
  form.addEventListener("desk:coming", ({ detail }) => forget(detail));
  takeUp((job) => job.story === form.dataset.memory && row(job.name, () => leaveOut(job)));
  addEventListener("beforeunload", (event) => wouldStop() && event.preventDefault());
}
