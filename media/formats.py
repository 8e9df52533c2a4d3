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
    """One readable format; `kind` is None where only the streams inside tell.

    Such files usually end in one of the `endings`, which is asked for and never believed.
    `called` is what a paper of this kind is to the person who chooses it.
    """

    code: str
    content_type: str
    kind: Kind | None
    decoder: str = ""
    demuxer: str = ""
    endings: tuple[str, ...] = ()
    called: str = ""


def _picture(code: str, decoder: str, *endings: str) -> Format:
    return Format(code, f"image/{code}", Kind.IMAGE, decoder=decoder, endings=endings)


def _recording(
    code: str, demuxer: str, content_type: str, kind: Kind | None, *endings: str
) -> Format:
    return Format(code, content_type, kind, demuxer=demuxer, endings=endings)


def _paper(code: str, content_type: str, called: str, *endings: str, decoder: str = "") -> Format:
    return Format(code, content_type, Kind.DOCUMENT, decoder, endings=endings, called=called)


FORMATS: dict[str, Format] = {
    format.code: format
    for format in (
        _picture("jpeg", "JPEG", "jpg", "jpeg"),
        _picture("png", "PNG", "png"),
        _picture("webp", "WEBP", "webp"),
        _picture("gif", "GIF", "gif"),
        _picture("tiff", "TIFF", "tif", "tiff"),
        _picture("bmp", "BMP", "bmp"),
        _picture("avif", "AVIF", "avif"),
        _picture("heif", "HEIF", "heic", "heif"),
        _recording("mp3", "mp3", "audio/mpeg", Kind.AUDIO, "mp3"),
        _recording("aac", "aac", "audio/aac", Kind.AUDIO, "aac"),
        _recording("flac", "flac", "audio/flac", Kind.AUDIO, "flac"),
        _recording("amr", "amr", "audio/amr", Kind.AUDIO, "amr"),
        _recording("caf", "caf", "audio/x-caf", Kind.AUDIO, "caf"),
        _recording("wav", "wav", "audio/wav", Kind.AUDIO, "wav"),
        _recording("ogg", "ogg", "application/ogg", None, "ogg", "oga", "opus", "ogv"),
        _recording("mp4", "mov", "video/mp4", None, "mp4", "m4a", "m4v"),
        _recording("mov", "mov", "video/quicktime", None, "mov"),
        _recording("3gp", "mov", "video/3gpp", None, "3gp", "3gpp"),
        _recording("matroska", "matroska", "video/x-matroska", None, "mkv", "mka"),
        _recording("webm", "matroska", "video/webm", None, "webm", "weba"),
        _recording("avi", "avi", "video/x-msvideo", None, "avi"),
        _recording("asf", "asf", "video/x-ms-asf", None, "wma", "wmv", "asf"),
        _paper("pdf", "application/pdf", "PDF", "pdf"),
        _paper(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word",
            "docx",
        ),
        _paper("odt", "application/vnd.oasis.opendocument.text", "OpenDocument", "odt"),
        _paper("rtf", "application/rtf", "RTF", "rtf"),
        _paper("text", "text/plain", "plain text", "txt"),
        _paper("tiff-pages", "image/tiff", "", "tif", "tiff", decoder="TIFF"),
    )
}
