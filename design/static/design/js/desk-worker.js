/*
 * The desk's service worker: keeps the shell (styles, scripts, icons, one page that is nobody's) and nothing else.
 * A page of the desk is always asked of school; only where there is no line does the page of the shell stand in for it.
 * Files of people and pages of people are never kept. What it keeps is told by desk/sw.js, in self.SHELL.
 */
const { version, page, files } = self.SHELL;
const NAME = `desk-shell-${version}`;
const LASTING = /\.[0-9a-f]{12}\.\w+$/; // A name with a sum in it: what is behind it never changes.
const PATIENCE = 20000; // Milliseconds to the first byte of a page.

/* Without cookies, so that what comes back is the same for everybody. */
function plain(address) {
  return new Request(address, { credentials: "omit", cache: LASTING.test(address) ? "default" : "no-cache" });
}

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll([page, ...files].map(plain));
  await self.skipWaiting();
}

async function clear() {
  const old = (await caches.keys()).filter((name) => name.startsWith("desk-shell-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromShell(address) {
  return (await caches.open(NAME)).match(address, { ignoreVary: true });
}

async function shown(request) {
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: slow.signal });
  } catch {
    return (await fromShell(page)) || Response.error();
  } finally {
    clearTimeout(timer);
  }
}

async function part(request, address) {
  const kept = LASTING.test(address) && await fromShell(address);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    return (await fromShell(address)) || Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(clear()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(shown(request));
  else if (files.includes(pathname)) event.respondWith(part(request, pathname));
});
