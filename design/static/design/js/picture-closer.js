/* Brings a picture closer and moves it aside, never past its edges. `stage` is the frame, in pixels of the screen. */
const CLOSEST = 6;

export function closerLook(stage, image) {
  let scale = 1;
  let x = 0;
  let y = 0;
  const fingers = new Map();

  const place = () => {
    const spare = (side) => Math.max(0, (image[`offset${side}`] * scale - stage[`client${side}`]) / 2);
    x = Math.min(Math.max(x, -spare("Width")), spare("Width"));
    y = Math.min(Math.max(y, -spare("Height")), spare("Height"));
    image.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  };
  const whole = () => {
    scale = 1;
    x = y = 0;
    place();
  };
  /* Closer to the point that one looks at, which stays where it is. */
  const by = (factor, at) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    const [px, py] = at ? [at.clientX - left - width / 2, at.clientY - top - height / 2] : [0, 0];
    const next = Math.min(Math.max(scale * factor, 1), CLOSEST);
    x = px - ((px - x) * next) / scale;
    y = py - ((py - y) * next) / scale;
    scale = next;
    place();
  };
  const aside = (right, down) => {
    x += right;
    y += down;
    place();
  };

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    by(event.deltaY < 0 ? 1.15 : 1 / 1.15, event);
  }, { passive: false });
  stage.addEventListener("dblclick", (event) => (scale > 1 ? whole() : by(2.5, event)));
  stage.addEventListener("pointerdown", (event) => {
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
  });
  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const [other] = [...fingers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    if (other) by(apart(event) / Math.max(apart(before), 1), middle(event, other));
    else aside(event.clientX - before.clientX, event.clientY - before.clientY);
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
  return { by, aside, whole, get isClose() { return scale > 1; } };
}

function middle(one, other) {
  return { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
}
