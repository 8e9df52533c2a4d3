/*
 * A crash ends a file in the middle of something, and a file that ends like that is refused at school for not
 * being whole. So what was begun and not finished at its very end is left away: a block of WebM (RFC 8794), or a
 * box of MP4 and a list of samples without its samples (ISO/IEC 14496-12, clause 4.2). It is less than a second.
 */
const WINDOW = 1024 ** 2; // Bytes that are read at once.
const INSIDE = new Set([0x18538067, 0x1f43b675]); // A segment and a cluster: what counts is inside them.
const LONGEST_HEAD = 16; // Bytes of the head of a box, or of an element, at most.

class Pages {
  #from = 0;
  #bytes = new Uint8Array();

  constructor(blob) {
    this.blob = blob;
  }

  /* The next bytes from a place on; fewer at the end. */
  async at(place) {
    if (place < this.#from || place + LONGEST_HEAD > this.#from + this.#bytes.length) {
      this.#from = place;
      this.#bytes = new Uint8Array(await this.blob.slice(place, place + WINDOW).arrayBuffer());
    }
    return this.#bytes.subarray(place - this.#from, place - this.#from + LONGEST_HEAD);
  }
}

/* A number of one to eight bytes, with or without the bit that says how many; null where it is cut off. */
function number(bytes, from, { marked }) {
  const length = Math.clz32(bytes[from] || 0) - 23;
  if (!bytes[from] || from + length > bytes.length) return null;
  let value = marked ? bytes[from] : bytes[from] & (2 ** (8 - length) - 1);
  for (let next = 1; next < length; next += 1) value = value * 256 + bytes[from + next];
  return { value, length };
}

async function endOfElements(blob) {
  const pages = new Pages(blob);
  let at = 0;
  let end = 0;
  while (at < blob.size) {
    const head = await pages.at(at);
    const name = number(head, 0, { marked: true });
    const size = name && number(head, name.length, { marked: false });
    if (!size) break;
    at += name.length + size.length;
    if (INSIDE.has(name.value)) continue;
    at += size.value;
    if (at > blob.size) break;
    end = at;
  }
  return end;
}

async function endOfBoxes(blob) {
  const pages = new Pages(blob);
  let at = 0;
  let end = 0;
  while (at + 8 <= blob.size) {
    const head = await pages.at(at);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    let size = view.getUint32(0);
    if (size === 1 && head.length === LONGEST_HEAD) size = Number(view.getBigUint64(8));
    if (size === 0) return blob.size;
    at += size;
    if (size < 8 || at > blob.size) break;
    if (String.fromCharCode(...head.subarray(4, 8)) !== "moof") end = at;
  }
  return end;
}

export async function whole(blob) {
  const look = [["webm", endOfElements], ["mp4", endOfBoxes]].find(([name]) => blob.type.includes(name))?.[1];
  return look ? blob.slice(0, await look(blob), blob.type) : blob;
}
