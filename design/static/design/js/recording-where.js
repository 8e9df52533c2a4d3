/*
 * Tells the line of the desk what was recorded and is only on this device, so that whoever signs out is asked about it.
 * What stays is shut away: it opens only for the person who recorded it. What they throw away goes for good.
 */
import { only, soon, tell } from "./desk-line.js";
import { box, home } from "./recording-home.js";

const KIND = "take ";

function name(take) {
  const how = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  const when = new Intl.DateTimeFormat(document.documentElement.lang, how).format(take.started);
  return box.dataset[take.way].replace("{when}", when);
}

async function look(store) {
  const takes = await store.takes();
  for (const take of takes) tell(KIND + take.id, { state: "here", name: name(take) });
  only(KIND, takes.map((take) => KIND + take.id));
}

async function throwAway(store) {
  for (const take of await store.takes()) await store.remove(take);
}

if (box) {
  soon(home.then(({ store }) => {
    store.addEventListener("changed", () => look(store));
    document.addEventListener("desk:thrown-away", () => throwAway(store));
    return look(store);
  }).catch(() => {})); // A browser that keeps nothing has nothing to tell.
}
