/* Speaks tus 1.0.0 (tus.io) with the desk. Every call either answers or throws a Trouble that says what may be done about it. */
const VERSION = "1.0.0";
const SILENCE = 30000; // Milliseconds without progress after which a line is dead, as when a laptop has slept.

export class Trouble extends Error {
  /* kind: "again" (it may work later), "busy" (another tab sends it), "gone" (begin anew), "refused" (never), "signed-out". */
  constructor(kind, sentence = "") {
    super(sentence || kind);
    this.kind = kind;
    this.sentence = sentence;
  }
}

function trouble(status, answer) {
  if (status === 403 || status === 401) return new Trouble("signed-out");
  if (status === 404 || status === 410) return new Trouble("gone");
  if (status === 423) return new Trouble("busy");
  if (status === 409 || status === 460 || status === 0 || status >= 500) return new Trouble("again");
  return new Trouble("refused", answer?.refused);
}

function encoded(about) {
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return Object.entries(about).map(([key, value]) => `${key} ${base64(String(value))}`).join(",");
}

export class Tus {
  constructor(address, csrf) {
    this.address = address;
    this.csrf = csrf;
  }

  /* The uploads of a memory that have begun and not ended: address, name, size, modified. */
  async unfinished(story) {
    return (await this.#json(`${this.address}?story=${story}`)).uploads;
  }

  /* What became of one: part and html, or refused, or waiting, or offset and size. */
  async outcome(address) {
    return this.#json(address);
  }

  /* Makes room for a file and answers with the address of the upload. */
  async begin(size, about) {
    const request = await this.#ask("POST", this.address, { "Upload-Length": size, "Upload-Metadata": encoded(about) });
    return request.getResponseHeader("Location");
  }

  /* How many bytes have arrived. */
  async offset(address) {
    return Number((await this.#ask("HEAD", address)).getResponseHeader("Upload-Offset"));
  }

  /* Sends a piece and answers with how many bytes have arrived then. */
  async send(address, piece, offset, { progress, signal }) {
    const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    const request = await this.#ask("PATCH", address, headers, { body: piece, progress, signal });
    return Number(request.getResponseHeader("Upload-Offset"));
  }

  async end(address) {
    await this.#ask("DELETE", address);
  }

  async #json(address) {
    let response;
    try {
      response = await fetch(address, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(SILENCE) });
      if (response.ok) return await response.json();
    } catch {
      throw new Trouble("again");
    }
    throw trouble(response.status, null);
  }

  /* XMLHttpRequest, because fetch does not tell how much it has sent. */
  #ask(method, address, headers = {}, { body = null, progress = null, signal = null } = {}) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let watch;
      const alive = () => {
        clearTimeout(watch);
        watch = setTimeout(() => request.abort(), SILENCE);
      };
      request.open(method, address);
      request.responseType = "json";
      const all = { "Tus-Resumable": VERSION, "X-CSRFToken": this.csrf, ...headers };
      for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
      if (progress) request.upload.addEventListener("progress", (event) => { alive(); progress(event.loaded); });
      request.addEventListener("loadend", () => {
        clearTimeout(watch);
        if (request.status >= 200 && request.status < 300) resolve(request);
        else if (method === "POST" && request.status === 404) reject(new Trouble("refused"));
        else reject(trouble(request.status, request.response));
      });
      signal?.addEventListener("abort", () => request.abort());
      alive();
      request.send(body);
    });
  }
}
