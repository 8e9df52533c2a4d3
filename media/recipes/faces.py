"""Looks for faces in a picture, with two detectors that come inside OpenCV; fetches nothing.

Haar cascades (Viola and Jones, 2001) know a face from the front and a face from the side.
They are quick and small, and see worse than people do, above all faces that are turned,
covered or in the dark. They tell where a face may be, and never whose. Runs in a confined
child.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import cv2.data
import numpy as np
from PIL import ImageOps

from media.formats import FORMATS
from media.recipes.hiding import Area
from media.recipes.opening import decoding, opened

FRONT = "haarcascade_frontalface_alt2.xml"
SIDE = "haarcascade_profileface.xml"

STEP = 1.1
"""By how much larger each look is than the one before."""

AGREEING = {FRONT: 3, SIDE: 5}
"""Looks side by side that have to see the same face; the second detector is easily misled."""

SMALLEST = 24
"""Pixels across: what is smaller has too little in it for anybody to be known by."""

MORE = 0.1
"""Added on each side, as a share of the face: a detector leaves out chin, ears and hair."""


def seen(source: Path) -> list[Area]:
    """What looks like a face in the clean JPEG at `source`, from left to right; raises Refused."""
    cv2.setNumThreads(1)
    with opened(source, FORMATS["jpeg"]) as picture, decoding():
        grey = np.asarray(ImageOps.autocontrast(picture.convert("L")))
    found: list[Area] = []
    for area in _looks(grey):
        if not any(known.is_over(area) or area.is_over(known) for known in found):
            found.append(area)
    return sorted(found, key=lambda area: area.left)


def _looks(grey: Any) -> Iterator[Area]:
    """From the front, from the left, and from the right, which is the left in a mirror."""
    high, wide = grey.shape
    for name, mirrored in ((FRONT, False), (SIDE, False), (SIDE, True)):
        detector = cv2.CascadeClassifier(cv2.data.haarcascades + name)
        turned = np.ascontiguousarray(grey[:, ::-1]) if mirrored else grey
        for left, top, width, height in detector.detectMultiScale(
            turned, scaleFactor=STEP, minNeighbors=AGREEING[name], minSize=(SMALLEST, SMALLEST)
        ):
            start = wide - left - width if mirrored else left
            yield _grown(Area(start / wide, top / high, width / wide, height / high))


def _grown(area: Area) -> Area:
    """The whole head, as far as it is in the picture."""
    left, top = (max(0.0, area.left - MORE * area.width), max(0.0, area.top - MORE * area.height))
    right = min(1.0, area.left + (1 + MORE) * area.width)
    bottom = min(1.0, area.top + (1 + MORE) * area.height)
    return Area(left, top, right - left, bottom - top)
