/* Underlines what school found in a memory, after each save: see underlines.js. */
import { mind } from "./underlines.js";

document.addEventListener("desk:saved", ({ detail }) => mind(detail.minded ?? {}));
