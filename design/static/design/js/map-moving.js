/* The drawn map as one that can be moved: Leaflet draws, the server counts. Loaded when somebody first wants it. */
const PATIENCE = 200; // milliseconds that the map rests before it is asked again
const EDGE = { padding: [28, 28] }; // pixels: a button at the edge of the drawing is whole
const TILE = 256; // pixels
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

function brought(tag, address) {
  return new Promise((there, fault) => {
    const element = Object.assign(document.createElement(tag), tag === "link" ? { rel: "stylesheet", href: address } : { src: address });
    element.addEventListener("load", there);
    element.addEventListener("error", fault);
    document.head.append(element);
  });
}

/* The drawing itself becomes the ground, so it keeps its colours by day and by night. */
function ground(stage, L, bounds) {
  const { tiles, attribution } = stage.dataset;
  if (tiles) return L.tileLayer(tiles, { attribution, maxZoom: 19 });
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 1000 1000");
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(stage.querySelector(".basemap"));
  return L.svgOverlay(drawing, bounds);
}

function spot(one) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = one.place ? "spot" : "spot spot--many";
  button.classList.toggle("spot--guess", Boolean(one.place?.estimated));
  button.setAttribute("aria-label", one.label);
  button.textContent = one.count;
  const name = Object.assign(document.createElement("span"), { className: "spot__name", textContent: one.label });
  button.append(name);
  return button;
}

export async function begin(stage, { asks, open, moved }) {
  const { leaflet, leafletStyle, style } = stage.dataset;
  await Promise.all([brought("script", leaflet), brought("link", leafletStyle), brought("link", style)]);
  const { L } = window;
  const [south, west, north, east] = stage.dataset.bounds.split(",").map(Number);
  const bounds = L.latLngBounds([south, west], [north, east]);
  const frame = stage.querySelector(".map__frame");
  const drawn = frame.querySelector("svg");
  const floor = document.createElement("div");
  floor.className = "map__moving";
  floor.setAttribute("role", "group");
  floor.setAttribute("aria-label", stage.dataset.name);
  const under = ground(stage, L, bounds);
  drawn.remove();
  frame.append(floor);

  const map = L.map(floor, { minZoom: 11, maxZoom: stage.dataset.tiles ? 18 : 17, zoomSnap: stage.dataset.tiles ? 1 : 0, zoomControl: false, attributionControl: Boolean(stage.dataset.tiles), zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still });
  L.control.zoom({ zoomInTitle: "Nearer", zoomOutTitle: "Further away", position: "topright" }).addTo(map);
  map.attributionControl?.setPrefix(false);
  under.addTo(map);
  const spots = L.layerGroup().addTo(map);
  const known = new Map();
  let asked, resting;

  const written = (...edges) => edges.map((edge) => edge.toFixed(5)).join(",");

  function box() {
    const seen = map.getBounds();
    return written(seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth());
  }

  /* Whole tiles around what is seen, so that neighbours ask for the same and the answer is kept. */
  function tiles(zoom) {
    const seen = map.getBounds();
    const from = map.project(seen.getNorthWest(), zoom).divideBy(TILE).floor();
    const to = map.project(seen.getSouthEast(), zoom).divideBy(TILE).ceil();
    const [start, end] = [from, to].map((corner) => map.unproject(corner.multiplyBy(TILE), zoom));
    return written(start.lng, end.lat, end.lng, start.lat);
  }

  /* Whatever stands where it stood stays, and with it the focus of whoever is there. */
  function show(clusters) {
    const there = new Map(clusters.map((one) => [`${one.centre} ${one.label}`, one]));
    const focused = floor.contains(document.activeElement);
    for (const [key, marker] of known) {
      if (!there.has(key)) {
        spots.removeLayer(marker);
        known.delete(key);
      }
    }
    for (const [key, one] of there) if (!known.has(key)) known.set(key, stand(one));
    if (focused && !floor.contains(document.activeElement)) floor.focus({ preventScroll: true });
  }

  function stand(one) {
    const button = spot(one);
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      if (one.place) open(one.place.slug);
      else nearer(one);
    });
    const icon = L.divIcon({ html: button, className: "spot-at", iconSize: null });
    return L.marker([one.centre[1], one.centre[0]], { icon, keyboard: false, riseOnHover: true }).addTo(spots);
  }

  function nearer({ bounds: [w, s, e, n] }) {
    if (map.getZoom() === map.getMaxZoom()) document.querySelector("#pinned").closest("section").querySelector("a[data-open]")?.focus();
    else map.flyToBounds([[s, w], [n, e]], { padding: [48, 48], maxZoom: Math.max(map.getZoom() + 1, 16), animate: !still, duration: 0.5 });
  }

  async function draw() {
    asked?.abort();
    asked = new AbortController();
    const question = asks();
    question.delete("place");
    const zoom = Math.floor(map.getZoom());
    question.set("bbox", tiles(zoom));
    question.set("zoom", zoom);
    try {
      const answer = await fetch(`${stage.dataset.stories}?${question}`, { signal: asked.signal });
      show((await answer.json()).clusters);
    } catch (fault) {
      if (fault.name !== "AbortError") document.querySelector("[data-told]").textContent = stage.dataset.fault;
    }
  }

  function follow() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      draw();
      moved(box());
    }, PATIENCE);
  }

  /* Names keep their size while the drawing grows: a unit of it is so many pixels. */
  function measure() {
    const across = map.project([north, east]).x - map.project([north, west]).x;
    floor.style.setProperty("--unit", across / 1000);
    floor.classList.toggle("is-far", across < 700);
  }

  map.on("zoomend", measure).on("moveend", follow);
  const [w, s, e, n] = (asks().get("bbox") ?? "").split(",").map(Number);
  const whole = () => map.fitBounds(bounds, EDGE);
  if (n === undefined) whole();
  else map.fitBounds([[s, w], [n, e]]);
  measure();
  floor.focus({ preventScroll: true });
  return { draw, whole };
}
