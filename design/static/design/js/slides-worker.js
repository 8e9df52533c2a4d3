/*
 * The service worker of one showcase's slides: keeps the public page, its styles and scripts and the files in it, and nothing else.
 * School is asked first each time; only where there is no line does the copy stand in. When anything of it changed, or it is
 * not public any more, the whole copy goes before a new one is fetched: nothing that was taken back outlives the next line.
 */
const scope = new URL(self.registration.scope).pathname;
const NAME = `slides ${scope}`;
const EDITION = `${scope}edition`;
const PATIENCE = 15000; // Milliseconds to the first byte of the page.
const PICTURE = /^(\/files\/[^/]+\/)w\d+\.\w+$/;
const FOR_EVER = [404, 410];

/* Without cookies, so that what is kept is what everybody sees. */
const plain = (address) => new Request(address, { credentials: "omit", cache: "no-cache" });
const kept = () => caches.open(NAME);

async function tell(state, told = {}) {
  const windows = await self.clients.matchAll({ type: "window" });
  for (const one of windows) if (new URL(one.url).pathname === scope) one.postMessage({ state, ...told });
}

async function keep(cache, address) {
  if (await cache.match(address, { ignoreVary: true })) return;
  const answer = await fetch(plain(address));
  if (!answer.ok) throw new Error(address);
  await cache.put(address, answer);
}

async function fill(told) {
  const cache = await kept();
  const page = await fetch(plain(scope));
  if (!page.ok) throw new Error(scope);
  const text = await page.clone().text();
  const parts = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1]).filter((address) => address.startsWith(told.static));
  const done = await Promise.allSettled([...new Set([...parts, ...told.files])].map((address) => keep(cache, address)));
  await cache.put(scope, page);
  const whole = done.every(({ status }) => status === "fulfilled");
  await cache.put(EDITION, new Response(JSON.stringify({ edition: told.edition, whole, at: Date.now() })));
  return whole;
}

async function look() {
  const answer = await fetch(plain(`${scope}kept.json`)).catch(() => null);
  if (answer && FOR_EVER.includes(answer.status)) return goes();
  if (!answer?.ok) return tell("away");
  const told = await answer.json();
  const old = await (await (await kept()).match(EDITION))?.json();
  if (old && old.edition !== told.edition) await caches.delete(NAME);
  const whole = (old?.edition === told.edition && old.whole) || await fill(told).catch(() => false);
  const { at } = (await (await (await kept()).match(EDITION))?.json()) ?? {};
  return tell(whole ? "kept" : "some", { slides: told.slides, edition: told.edition, at });
}

async function goes() {
  await caches.delete(NAME);
  await self.registration.unregister();
  await tell("gone");
}

/* Two looks at once would fetch everything twice. */
let looking = null;
const lookOnce = () => { looking ??= look().finally(() => { looking = null; }); return looking; };

async function shown(request) {
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), PATIENCE);
  try {
    const answer = await fetch(request, { signal: slow.signal });
    if (FOR_EVER.includes(answer.status)) await goes();
    return answer;
  } catch {
    return fromCopy();
  } finally {
    clearTimeout(timer);
  }
}

/* The page with the moment at which it was kept, which its script says aloud. */
async function fromCopy() {
  const cache = await kept();
  const page = await cache.match(scope, { ignoreVary: true });
  if (!page) return Response.error();
  const { at } = (await (await cache.match(EDITION))?.json()) ?? { at: Date.now() };
  const text = (await page.text()).replace('data-kept=""', `data-kept="${new Date(at).toISOString()}"`);
  return new Response(text, { headers: page.headers });
}

async function part(request) {
  try {
    return await fetch(request);
  } catch {
    const found = await match(new URL(request.url).pathname);
    return found ? ranged(request, found) : Response.error();
  }
}

/* A picture is kept in one size, which stands in for every other. */
async function match(address) {
  const cache = await kept();
  const found = await cache.match(address, { ignoreVary: true, ignoreSearch: true });
  const [, folder] = PICTURE.exec(address) ?? [];
  if (found || !folder) return found;
  const others = (await cache.keys()).filter(({ url }) => PICTURE.exec(new URL(url).pathname)?.[1] === folder);
  return others.length ? cache.match(others[0], { ignoreVary: true }) : undefined;
}

/* Players ask for parts (RFC 9110, section 14). */
async function ranged(request, whole) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range") ?? "");
  if (!asked) return whole;
  const blob = await whole.blob();
  const last = Math.min(asked[2] ? Number(asked[2]) : blob.size - 1, blob.size - 1);
  const headers = new Headers(whole.headers);
  headers.set("Content-Range", `bytes ${asked[1]}-${last}/${blob.size}`);
  headers.set("Content-Length", String(last - Number(asked[1]) + 1));
  return new Response(blob.slice(Number(asked[1]), last + 1), { status: 206, headers });
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => { if (event.data === "look") event.waitUntil(lookOnce()); });
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === scope) event.respondWith(shown(request));
  } else if (!pathname.startsWith(scope)) event.respondWith(part(request));
});
