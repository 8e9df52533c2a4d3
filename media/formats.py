"""The formats we read, each with the one decoder that may touch it.

An allow-list: what is not here is refused. `demuxer` is the ffmpeg demuxer that
is named on its command line, so that ffmpeg never chooses for itself; `decoder`
is the Pillow plug-in, for the same reason. No Django is imported here: the
children that decode files have none.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an item is to the person who looks at it."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Format:
    """One readable format; `kind` is None where only the streams inside tell."""

    code: str
    content_type: str
    kind: Kind | None
    decoder: str = ""
    demuxer: str = ""


def _picture(code: str, decoder: str, content_type: str = "") -> Format:
    return Format(code, content_type or f"image/{code}", Kind.IMAGE, decoder=decoder)


def _recording(code: str, demuxer: str, content_type: str, kind: Kind | None) -> Format:
    return Format(code, content_type, kind, demuxer=demuxer)


FORMATS: dict[str, Format] = {
    format.code: format
    for format in (
        _picture("jpeg", "JPEG"),
        _picture("png", "PNG"),
        _picture("webp", "WEBP"),
        _picture("gif", "GIF"),
        _picture("tiff", "TIFF"),
        _picture("bmp", "BMP"),
        _picture("avif", "AVIF"),
        _picture("heif", "HEIF"),
        _recording("mp3", "mp3", "audio/mpeg", Kind.AUDIO),
        _recording("aac", "aac", "audio/aac", Kind.AUDIO),
        _recording("flac", "flac", "audio/flac", Kind.AUDIO),
        _recording("amr", "amr", "audio/amr", Kind.AUDIO),
        _recording("caf", "caf", "audio/x-caf", Kind.AUDIO),
        _recording("wav", "wav", "audio/wav", Kind.AUDIO),
        _recording("ogg", "ogg", "application/ogg", None),
        _recording("mp4", "mov", "video/mp4", None),
        _recording("mov", "mov", "video/quicktime", None),
        _recording("3gp", "mov", "video/3gpp", None),
        _recording("matroska", "matroska", "video/x-matroska", None),
        _recording("webm", "matroska", "video/webm", None),
        _recording("avi", "avi", "video/x-msvideo", None),
        _recording("asf", "asf", "video/x-ms-asf", None),
        Format("pdf", "application/pdf", Kind.DOCUMENT),
        Format(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind.DOCUMENT,
        ),
        Format("odt", "application/vnd.oasis.opendocument.text", Kind.DOCUMENT),
        Format("rtf", "application/rtf", Kind.DOCUMENT),
        Format("text", "text/plain", Kind.DOCUMENT),
        Format("tiff-pages", "image/tiff", Kind.DOCUMENT, decoder="TIFF"),
    )
}
