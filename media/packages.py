"""Documents that are zip archives: DOCX and ODT, told apart by what is packed in them.

An archive can hold a million members, unpack to a million times its size, or name a
path outside its folder. Members are only ever read by the names a document has, into
memory, up to a bound; nothing is unpacked onto the disk. Zip: PKWARE APPNOTE 6.3.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from media.refusals import Refused

START: Final = b"PK\x03\x04"
MAX_MEMBERS: Final = 2000
MAX_LIST: Final = 1024**2
"""Bytes of the list of members."""

MAX_UNPACKED: Final = 256 * 1024**2
"""Bytes of all members together."""

MAX_MEMBER: Final = 32 * 1024**2
"""Bytes of one member that is read."""

MAX_RATIO: Final = 200
"""Times that a member may grow, once it is larger than `SMALL`: words shrink to a twentieth."""

SMALL: Final = 1024**2
TYPES: Final = "[Content_Types].xml"
WORD: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT: Final = b"application/vnd.oasis.opendocument.text"
MACROS: Final = ("vbaproject.bin", "vbadata.xml", "basic/", "scripts/")


def tell(path: Path) -> str:
    """Return "docx", "odt" or "" for the archive at `path`; raises Refused for a harmful one."""
    try:
        with opened(path) as archive:
            code = _told(archive)
            if code:
                _weigh(archive)
                _check_locks(archive)
    except zipfile.BadZipFile as error:
        raise Refused("broken") from error
    return code


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, once its list of members is known to be short; raises BadZipFile, Refused."""
    _check_list(path)
    with zipfile.ZipFile(path) as archive:
        if len(archive.infolist()) > MAX_MEMBERS:
            raise Refused("unknown")
        yield archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member, b"" if there is none; raises Refused."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    if info.file_size > MAX_MEMBER:
        raise Refused("too_hard")
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refused("broken") from error
    except Exception as error:  # zlib.error has no common parent with the rest.
        raise Refused("broken") from error


def _check_list(path: Path) -> None:
    """Read what the end record says of the list, before anything reads the list itself."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 22 - 65535))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise Refused("broken")
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if count > MAX_MEMBERS or length > MAX_LIST:
        raise Refused("unknown")


def _told(archive: zipfile.ZipFile) -> str:
    names = [name.lower() for name in archive.namelist()]
    if any(name.endswith(MACROS[:2]) or name.startswith(MACROS[2:]) for name in names):
        return ""
    if "mimetype" in names and member(archive, "mimetype").strip() == ODT:
        return "odt" if "content.xml" in names else ""
    types = member(archive, TYPES)
    return "docx" if WORD in types and b"macroEnabled" not in types else ""


def _weigh(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    grown = (
        info.file_size > SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
        for info in members
    )
    if sum(info.file_size for info in members) > MAX_UNPACKED or any(grown):
        raise Refused("too_hard")


def _check_locks(archive: zipfile.ZipFile) -> None:
    """A password shows as a flag of a member (APPNOTE 4.4.4) or in the list of an ODT."""
    flagged = any(info.flag_bits & 1 for info in archive.infolist())
    if flagged or b"encryption-data" in member(archive, "META-INF/manifest.xml"):
        raise Refused("locked")
