/* Sends files from the device, two at a time, each with its own progress. One that fails takes no other with it. */
const form = document.querySelector("form[data-memory]");
const box = form?.querySelector("[data-uploads]");
const list = box?.querySelector("[data-upload-list]");
const AT_ONCE = 2;
const LOST = "The Wi-Fi went away. The file is still on this device.";
const waiting = [];
let sending = 0;

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function row(file) {
  const line = element("li", "item");
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${file.name}`);
  const state = element("p", "quiet", "Waiting its turn");
  state.setAttribute("role", "status");
  line.append(element("p", "item__name", file.name), bar, state);
  list.append(line);
  return { file, line, bar, state };
}

function wrong(job, sentence, again) {
  job.line.classList.add("item--refused");
  job.bar.hidden = true;
  job.state.className = "field__error";
  job.state.textContent = sentence;
  const row = element("div", "button-row");
  if (again) row.append(press("Try again", () => { job.line.remove(); add(job.file); }));
  row.append(press("Leave it out", () => job.line.remove()));
  job.line.append(row);
}

function press(label, action) {
  const made = element("button", "button button--plain", label);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

function add(file) {
  const job = row(file);
  const largest = Number(form.dataset.largest);
  if (file.size > largest) return wrong(job, `This file is too big. A file can be up to ${Math.round(largest / 1024 ** 3)} GB. Nothing else you added is lost.`);
  waiting.push(job);
  next();
}

function next() {
  while (sending < AT_ONCE && waiting.length) send(waiting.shift());
}

function send(job) {
  sending += 1;
  const data = new FormData();
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("file", job.file);
  const request = new XMLHttpRequest();
  request.open("POST", form.dataset.files);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    job.bar.value = Math.round((event.loaded / event.total) * 100);
    job.state.textContent = job.bar.value < 100 ? `Sending: ${job.bar.value}%` : "Sent. We are looking at it";
  });
  request.addEventListener("load", () => done(job, request));
  request.addEventListener("error", () => wrong(job, LOST, true));
  request.addEventListener("loadend", () => { sending -= 1; next(); });
  job.state.textContent = "Sending";
  request.send(data);
}

function done(job, request) {
  const answer = request.response;
  if (request.status === 201) {
    if (!document.getElementById(`part-${answer.part}`)) form.querySelector("[data-parts]").insertAdjacentHTML("beforeend", answer.html);
    job.line.remove();
    form.dispatchEvent(new CustomEvent("desk:part"));
  } else if (answer?.refused) wrong(job, answer.refused, false);
  else if (answer?.sign_in) wrong(job, "You have been signed out. Sign in again, then add this file once more.", false);
  else wrong(job, "That did not work. The file is still on this device.", true);
}

if (box) {
  const input = box.querySelector("input[type=file]");
  for (const each of box.querySelectorAll("[data-without-script]")) each.hidden = true;
  input.addEventListener("change", () => {
    for (const file of input.files) add(file);
    input.value = "";
  });
  addEventListener("beforeunload", (event) => (sending || waiting.length) && event.preventDefault());
}
