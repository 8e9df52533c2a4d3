/* Two lists of years become a slider with two thumbs. The lists stay the form's own; the sliders only move them. */
for (const time of document.querySelectorAll("[data-time]")) {
  const [from, to] = time.querySelectorAll("select");
  const last = from.options.length - 1;
  // The first choice of each list is its open end: on the left for "from", on the right for "to".
  const ends = [
    { select: from, at: () => from.selectedIndex, option: (place) => place },
    { select: to, at: () => (to.selectedIndex || last + 1) - 1, option: (place) => (place + 1) % (last + 1) },
  ];
  if (from.options.length !== to.options.length) continue; // An address with a year between is left as it is.

  const track = document.createElement("div");
  track.className = "time";
  const thumbs = ends.map((end) => {
    const label = document.createElement("label");
    const shown = Object.assign(document.createElement("span"), { className: "time__said", ariaHidden: "true" });
    const thumb = Object.assign(document.createElement("input"), { type: "range", min: 0, max: last });
    label.append(end.select.labels[0].textContent, " ", shown, thumb);
    thumb.setAttribute("aria-label", end.select.labels[0].textContent);
    track.append(label);
    return Object.assign(end, { thumb, shown });
  });

  function tell({ thumb, shown, select, option }) {
    const said = select.options[option(thumb.valueAsNumber)].text;
    shown.textContent = said;
    thumb.setAttribute("aria-valuetext", said);
  }

  for (const [number, end] of thumbs.entries()) {
    end.thumb.value = end.at();
    tell(end);
    end.thumb.addEventListener("input", () => {
      const other = thumbs[1 - number].thumb.valueAsNumber;
      // One place apart is the same decade: 1970 to 1979.
      end.thumb.value = number ? Math.max(end.thumb.valueAsNumber, other - 1) : Math.min(end.thumb.valueAsNumber, other + 1);
      tell(end);
    });
    end.thumb.addEventListener("change", () => {
      end.select.selectedIndex = end.option(end.thumb.valueAsNumber);
      end.select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  for (const { select } of ends) select.closest(".field").hidden = true;
  time.append(track);
}
