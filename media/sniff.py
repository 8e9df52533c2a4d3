"""Tells a file's format by its content; its name and its stated type are never asked.

Looking at the first bytes is only the first gate. Whatever passes is decoded in
full, in a confined child, before anything of it is shown: HTML glued before MP3
frames also "probes" clean.
"""

from collections.abc import Callable
from pathlib import Path

from media import elementary, ole, packages, tiff_pages, wording
from media.formats import FORMATS, Format
from media.refusals import Refused

HEAD_BYTES = 4096

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
STILL_BRANDS = {b"mif1", b"msf1"}
QUICKTIME_ATOMS = {b"moov", b"mdat", b"wide", b"pnot", b"free", b"skip"}
ASF_HEADER = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")

TIFF = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
"""How TIFF and BigTIFF begin, in both orders of bytes."""

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"fLaC", "flac"),
    (b"OggS", "ogg"),
    (b"#!AMR\n", "amr"),
    (b"#!AMR-WB\n", "amr"),
    (b"caff\x00\x01", "caf"),
    (ASF_HEADER, "asf"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf1", "rtf"),
)


def sniff(path: Path) -> Format:
    """Return the format of the file at `path`; raise Refused for anything not on the list."""
    if path.stat().st_size == 0:
        raise Refused("empty")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    for look in LOOKS:
        code = look(head, path)
        if code:
            return FORMATS[code]
    raise Refused("unknown")


def _magic(head: bytes, path: Path) -> str:
    return next((code for start, code in MAGIC if head.startswith(start)), "")


def _tiff(head: bytes, path: Path) -> str:
    """A photograph is one picture; several of them are a paper that was scanned."""
    if not head.startswith(TIFF):
        return ""
    return "tiff-pages" if tiff_pages.count(path) > 1 else "tiff"


def _riff(head: bytes, path: Path) -> str:
    if head[:4] not in (b"RIFF", b"RF64"):
        return ""
    return {b"WAVE": "wav", b"AVI ": "avi", b"WEBP": "webp"}.get(head[8:12], "")


def _bitmap(head: bytes, path: Path) -> str:
    """BM is short, so the size of the header that follows has to be a known one as well."""
    known = {12, 40, 52, 56, 64, 108, 124}
    return "bmp" if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in known else ""


def _matroska(head: bytes, path: Path) -> str:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return ""
    return "webm" if b"webm" in head[:64] else "matroska"


def _boxes(head: bytes, path: Path) -> str:
    """ISO base media files (ISO/IEC 14496-12), told apart by their brands."""
    if head[4:8] in QUICKTIME_ATOMS:
        return "mov"
    if head[4:8] != b"ftyp":
        return ""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    major, brands = head[8:12], {head[at : at + 4] for at in range(16, length, 4)}
    if major in (b"avif", b"avis") or (major in STILL_BRANDS and b"avif" in brands):
        return "avif"
    if major in HEIF_BRANDS or (major in STILL_BRANDS and brands & HEIF_BRANDS):
        return "heif"
    if major in STILL_BRANDS:
        return ""
    return "mov" if major == b"qt  " else "3gp" if major[:2] == b"3g" else "mp4"


def _package(head: bytes, path: Path) -> str:
    """What else is a zip archive (a sheet, a program, a folder) is nothing we can show."""
    return packages.tell(path) if head.startswith(packages.START) else ""


def _old_office(head: bytes, path: Path) -> str:
    if head.startswith(ole.START):
        ole.turn_away(path)
    return ""


def _words(head: bytes, path: Path) -> str:
    """Asked last: only what is no other kind of file can be plain words."""
    return wording.tell(path)


def _bare_sound(head: bytes, path: Path) -> str:
    return elementary.tell(path)


LOOKS: tuple[Callable[[bytes, Path], str], ...] = (
    _magic,
    _tiff,
    _riff,
    _matroska,
    _boxes,
    _bitmap,
    _bare_sound,
    _package,
    _old_office,
    _words,
)
