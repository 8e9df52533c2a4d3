/* In what form a browser records: WebM in Chromium and Firefox, MP4 in Safari. */
const TYPES = {
  sound: ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"],
  film: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"],
};
const ENDINGS = [[/^audio\/mp4/, "m4a"], [/mp4/, "mp4"], [/webm/, "webm"], [/ogg/, "ogg"], [/jpeg/, "jpg"]];

/* The first of ours that this browser can write; "" leaves it to the browser. Safari writes MP4 best, also where it knows WebM. */
export function typeFor(way) {
  const known = TYPES[way].filter((type) => MediaRecorder.isTypeSupported(type));
  const ours = navigator.vendor.startsWith("Apple") ? known.find((type) => type.includes("mp4")) : "";
  return ours || known[0] || "";
}

export function ending(type) {
  return ENDINGS.find(([pattern]) => pattern.test(type))?.[1] || "webm";
}
