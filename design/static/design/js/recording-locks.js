/* What another tab does with a recording just now. A lock ends with its tab, also when that crashes. */
const name = (take) => `recording-${take.id}`;

/* Holds it until the function that this answers with is called. */
export function hold(take) {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  navigator.locks?.request(name(take), () => held);
  return letGo;
}

export async function isHeld(take) {
  const { held } = await navigator.locks?.query() || { held: [] };
  return held.some((lock) => lock.name === name(take));
}

/* One tab sends at a time; the others wait, and go on when it is closed. */
export function alone(work) {
  return navigator.locks ? navigator.locks.request("recordings-sending", work) : work();
}
