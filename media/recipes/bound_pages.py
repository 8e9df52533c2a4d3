"""Writes a PDF that is only pictures of pages: no text, links, scripts, names or dates.

Made by hand because every PDF library signs its work in an information dictionary,
and a rebuilt paper must carry nothing but its pages. Syntax: ISO 32000-1, clause 7.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class PagePicture:
    """A page as a JPEG in RGB: pixels of the picture, and points (1/72 inch) of the paper."""

    jpeg: Path
    pixels: tuple[int, int]
    points: tuple[float, float]


def write(pages: Iterable[PagePicture], path: Path) -> None:
    """Bind `pages` into a PDF at `path`, holding one page in memory at a time."""
    with path.open("wb") as file:
        _Writer(file).write(list(pages))


class _Writer:
    """Objects 1 and 2 are the catalogue and the page tree; each page has three more."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.offsets: dict[int, int] = {}

    def write(self, pages: list[PagePicture]) -> None:
        self.file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        kids = " ".join(f"{3 + 3 * index} 0 R" for index in range(len(pages)))
        self._object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        self._object(2, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
        for index, page in enumerate(pages):
            self._page(3 + 3 * index, page)
        self._table()

    def _page(self, number: int, page: PagePicture) -> None:
        width, height = (f"{side:.2f}" for side in page.points)
        self._object(
            number,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
            f"/Contents {number + 1} 0 R /Resources << /XObject << /P {number + 2} 0 R >> >> >>",
        )
        self._stream(number + 1, "", f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode())
        self._stream(
            number + 2,
            f"/Type /XObject /Subtype /Image /Width {page.pixels[0]} /Height {page.pixels[1]} "
            "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ",
            page.jpeg.read_bytes(),
        )

    def _object(self, number: int, body: str) -> None:
        self.offsets[number] = self.file.tell()
        self.file.write(f"{number} 0 obj\n{body}\nendobj\n".encode("ascii"))

    def _stream(self, number: int, entries: str, data: bytes) -> None:
        self.offsets[number] = self.file.tell()
        self.file.write(f"{number} 0 obj\n<< {entries}/Length {len(data)} >>\nstream\n".encode())
        self.file.write(data + b"\nendstream\nendobj\n")

    def _table(self) -> None:
        start, count = self.file.tell(), len(self.offsets) + 1
        self.file.write(f"xref\n0 {count}\n0000000000 65535 f \n".encode())
        for number in sorted(self.offsets):
            self.file.write(f"{self.offsets[number]:010d} 00000 n \n".encode())
        trailer = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        self.file.write(trailer.encode())
