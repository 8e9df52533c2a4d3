/* Underlines what school found in the lines of a transcript, after each save: see underlines.js. */
import { mind } from "./underlines.js";

document.addEventListener("transcript:saved", ({ detail }) => mind(detail.minded ?? {}));
