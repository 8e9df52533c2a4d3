/* Colours the drawn band of a sound as far as one is in it: `share` is of the whole, from 0 to 1. */
export function band(figure) {
  const bars = [...figure.querySelectorAll(".sound__band rect")];
  return (share) => bars.forEach((bar, index) => bar.classList.toggle("is-heard", index < share * bars.length));
}
