/* What this device keeps for the person who is here: memories begun without Wi-Fi, starts for the next ones, files on their way. Nobody else's is ever given out. */
import { who } from "./desk-who.js";

const STORES = { drafts: "ref", starts: "start", files: "id" };
const news = new BroadcastChannel("desk-kept");
let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("desk", 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) request.result.createObjectStore(name, { keyPath }).createIndex("who", "who");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run(store, mode, ask) {
  const transaction = (await open()).transaction(store, mode);
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/* Everything of this person in a store; nothing where a browser keeps nothing. */
export async function all(store) {
  if (!who) return [];
  try {
    return await run(store, "readonly", (rows) => rows.index("who").getAll(who));
  } catch {
    return [];
  }
}

export async function get(store, key) {
  const row = await run(store, "readonly", (rows) => rows.get(key));
  return row?.who === who ? row : undefined;
}

/* Fails where a browser keeps nothing or has no room. */
export async function put(store, row) {
  await run(store, "readwrite", (rows) => rows.put({ ...row, who }));
  announce();
}

export async function remove(store, key) {
  await run(store, "readwrite", (rows) => rows.delete(key));
  announce();
}

/* Tells this page and the other tabs that something came or went. */
export function announce() {
  news.postMessage(0);
  document.dispatchEvent(new CustomEvent("desk:kept"));
}

news.addEventListener("message", () => document.dispatchEvent(new CustomEvent("desk:kept")));
