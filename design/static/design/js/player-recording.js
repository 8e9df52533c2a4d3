/* One recording of the page: where it stands, and how one moves in it. Times are seconds. */
const JUMP = 10;

export class Recording {
  constructor(section, number) {
    this.section = section;
    this.isFirst = number === 0;
    this.ref = section.dataset.recording;
    this.name = section.dataset.name;
    this.media = section.querySelector("audio, video");
    this.figure = this.media.closest("figure");
  }

  get isFilm() {
    return this.media.tagName === "VIDEO";
  }

  get length() {
    return Number.isFinite(this.media.duration) ? this.media.duration : Number(this.section.dataset.seconds) || 0;
  }

  get at() {
    return this.media.currentTime;
  }

  /* A recording that has not been loaded keeps the place and begins there, but says nothing by itself. */
  seek(seconds) {
    this.media.currentTime = Math.min(Math.max(seconds, 0), this.length || seconds);
    this.media.dispatchEvent(new Event("timeupdate"));
  }

  jump(seconds = -JUMP) {
    this.seek(this.at + seconds);
  }

  play() {
    return this.media.play().catch(() => {});
  }

  toggle() {
    if (this.media.paused) this.play();
    else this.media.pause();
  }
}

/* 2:14, or 1:02:14. */
export function clock(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  const end = String(rest).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${end}` : `${minutes}:${end}`;
}

/* As one says it: "2 minutes 14", "6 minutes", "14 seconds". */
export function spoken(seconds) {
  const [hours, minutes, rest] = parts(seconds);
  const words = [[hours, "hour"], [minutes, "minute"]].filter(([number]) => number).map(([number, unit]) => `${number} ${unit}${number === 1 ? "" : "s"}`);
  if (!words.length) return `${rest} second${rest === 1 ? "" : "s"}`;
  return rest ? `${words.join(" ")} ${rest}` : words.join(" ");
}

function parts(seconds) {
  const whole = Math.floor(seconds);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}
