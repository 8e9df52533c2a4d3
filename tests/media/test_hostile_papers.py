"""Papers that mean harm, or are not papers, are turned away in plain words and at once."""

from __future__ import annotations

import io
import socket
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from media.formats import FORMATS
from media.recipes import confined, papers
from media.refusals import SENTENCES, Refused
from media.sniff import sniff
from tests.media import samples, written_samples
from tests.media.written_samples import TYPES, body, in_word, packed, paragraph

Made = Callable[..., Path]


def refusal(path: Path, into: Path) -> str:
    """The code with which a file is refused, when it is sent or when it is made ready."""
    with pytest.raises(Refused) as caught:
        papers.make(path, sniff(path), into, lambda percent: None)
    return caught.value.code


def zipped(members: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def many_members() -> bytes:
    """An archive of which the end record promises 100,000 members, and whose list has them."""
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, *[0] * 4, *[0] * 3, 1, *[0] * 6)
    listed = (entry + b"a") * 100_000
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, len(listed), 31, 0)
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, *[0] * 7, 1, 0) + b"a" + listed + end


LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a '"
    + "ha" * 50
    + "'>"
    + "".join(
        f"<!ENTITY {after} '{f'&{before};' * 50}'>"
        for before, after in zip("abcdefg", "bcdefgh", strict=True)
    )
    + "]>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
DEEP = "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000
ODT = "application/vnd.oasis.opendocument.text"
MACRO = TYPES.replace(
    "openxmlformats-officedocument.wordprocessingml.document.main",
    "ms-word.document.macroEnabled.main",
)
SHEET = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet")

ARCHIVES: dict[str, tuple[bytes, str]] = {
    "bomb.docx": (
        zipped({"[Content_Types].xml": TYPES, "word/document.xml": b" " * 50_000_000}),
        "too_hard",
    ),
    "members.docx": (many_members(), "unknown"),
    "macro.docm": (
        zipped({"[Content_Types].xml": MACRO, "word/document.xml": body("")}),
        "unknown",
    ),
    "macro.docx": (
        zipped({"[Content_Types].xml": TYPES, "word/vbaProject.bin": b"x", "a": body("")}),
        "unknown",
    ),
    "sheet.xlsx": (zipped({"[Content_Types].xml": SHEET, "xl/workbook.xml": "<a/>"}), "unknown"),
    "program.jar": (zipped({"META-INF/MANIFEST.MF": "Manifest-Version: 1.0"}), "unknown"),
    "photos.zip": (zipped({"a.jpg": b"\xff\xd8\xff", "../../etc/passwd": "x"}), "unknown"),
    "macro.odt": (
        zipped({"mimetype": ODT, "content.xml": "<a/>", "Basic/script-lc.xml": "<a/>"}),
        "unknown",
    ),
    "sheet.ods": (
        zipped({"mimetype": ODT.replace("text", "spreadsheet"), "content.xml": "<a/>"}),
        "unknown",
    ),
    "locked.odt": (
        zipped(
            {
                "mimetype": ODT,
                "content.xml": b"\x01\x02",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
        "locked",
    ),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    "letter.doc": (OLE + "WordDocument".encode("utf-16-le"), "old_word"),
    "setup.msi": (OLE, "unknown"),
    "no-body.docx": (zipped({"[Content_Types].xml": TYPES}), "broken"),
    "not-xml.odt": (zipped({"mimetype": ODT, "content.xml": "Hello"}), "broken"),
    "no-body.odt": (zipped({"mimetype": ODT, "content.xml": "<a/>"}), "broken"),
    "start-only.docx": (b"PK\x03\x04" + bytes(100), "broken"),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_archives_that_are_refused(tmp_path: Path, name: str) -> None:
    data, code = ARCHIVES[name]
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path, tmp_path) == code


@pytest.mark.parametrize(
    ("before", "inside", "code"),
    [
        (LAUGHS, paragraph("x").replace("x", "&h;"), "broken"),
        ('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;", "broken"),
        ("", DEEP, "too_hard"),
        ("", "<w:p>", "broken"),
    ],
    ids=["a billion laughs", "an entity outside", "nested too deep", "not closed"],
)
def test_xml_that_means_harm(tmp_path: Path, before: str, inside: str, code: str) -> None:
    assert refusal(in_word(inside, before)(tmp_path / "a.docx"), tmp_path) == code


@pytest.mark.parametrize("code", ["docx", "odt", "rtf"])
@pytest.mark.parametrize("share", [0.5, 0.98])
def test_a_document_that_was_cut_off(made: Made, tmp_path: Path, code: str, share: float) -> None:
    maker = {"docx": written_samples.word, "odt": written_samples.open_text}
    source = made(f"written.{code}", maker.get(code, written_samples.rich))
    assert refusal(samples.cut(source, share), tmp_path) == "broken"


A_PICTURE = (
    '<w:p><w:r><w:drawing><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></w:drawing>'
    "</w:r></w:p>"
)


def test_nothing_outside_the_file_is_asked_for(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        relations = "".join(
            f'<Relationship Id="{mark}" Type="x/{kind}" Target="{there}" TargetMode="External"/>'
            for mark, kind in (("r1", "image"), ("r2", "attachedTemplate"))
        )
        source = packed(
            tmp_path / "a.docx",
            {
                "word/document.xml": body(A_PICTURE),
                "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            },
        )
        outcome = papers.make(source, sniff(source), tmp_path, lambda percent: None)
        assert outcome.texts == ("[a picture]",)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../etc/passwd", "media/none.png"])
def test_a_picture_is_only_looked_for_inside(tmp_path: Path, target: str) -> None:
    relation = f'<Relationship Id="r1" Type="x/image" Target="{target}"/>'
    source = packed(
        tmp_path / "a.docx",
        {
            "word/document.xml": body(A_PICTURE),
            "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
        },
    )
    outcome = papers.make(source, sniff(source), tmp_path, lambda percent: None)
    assert outcome.texts == ("[a picture]",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (r"{\rtf1 {\object\objemb{\*\objdata 0105}}Hello}", "too_hard"),
        (r"{\rtf1 " + "{" * 10_000 + "Hello" + "}" * 10_001, "too_hard"),
        (r"{\rtf1 Hello", "broken"),
        (r"{\rtf1 {\info{\author Nan}}}", "empty"),
    ],
    ids=["an object", "nested too deep", "not closed", "nothing to read"],
)
def test_rich_text_that_is_refused(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "letter.rtf"
    path.write_text(content, "ascii")
    assert refusal(path, tmp_path) == code


NOT_WORDS: dict[str, bytes] = {
    "page.txt": b"<!doctype html><p>Hello</p>",
    "page-after-a-gap.jpg": b"\n\n  <HTML><body>Hello</body></HTML>",
    "page-after-a-mark.txt": b"\xef\xbb\xbf<html>",
    "page-in-utf-16.txt": "<html><script>alert(1)</script>".encode("utf-16-le"),
    "page-behind-words.txt": b"Dear all,\n<script>alert(1)</script>",
    "drawing.txt": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "feed.txt": b"<?xml version='1.0'?><rss/>",
    "script.txt": b"const a = document.cookie;\nfetch('/x' + a);",
    "script-two.txt": b"alert(document.cookie);",
    "script-three.txt": b"(function () { return 1 })()",
    "shell.txt": b"#!/bin/sh\nrm -rf /\n",
    "php.txt": b"<?php echo 1; ?>",
    "data.json": b'{"name": "Nan"}',
    "style.css": b"a{color:red}b{color:blue}c{color:green}\n" * 4,
    "mail.eml": b"Received: from mail\nFrom: a@example.org\nSubject: Hi\n\nHello",
    "mail-two.eml": b"From: a@example.org\nTo: b@example.org\nSubject: Hi\n\nHello",
    "mailbox.txt": b"From nan@example.org Sat Jan  3 01:05:34 1996\nHello",
    "songs.m3u": b"#EXTM3U\n/etc/passwd\n",
    "call.sdp": b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
    "key.pem": b"-----BEGIN PRIVATE KEY-----\nMIIE",
    "person.vcf": b"BEGIN:VCARD\nFN:Nan\nEND:VCARD",
    "page.ps": b"%!PS-Adobe-3.0\n",
    "nul.txt": b"Hello\x00 there, and on it goes",
    "bell.txt": b"Hello \x07 there",
    "blank.txt": b" \n\n\t\n",
    "noise.txt": bytes(range(128, 256)) * 3 + bytes(range(32)),
}


@pytest.mark.parametrize("name", NOT_WORDS)
def test_what_only_looks_like_words_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NOT_WORDS[name])
    assert refusal(path, tmp_path) == "unknown"


WORDS: tuple[str, ...] = (
    "From my grandmother, with love.",
    "Let me tell you where I come from; it is not far.",
    "import was what they called the shop",
    "# The baths\n\n- Soap\n- Towel",
    "To: Nan\nThank you for the cake (it was lovely).",
    "[12/03/1998, 10:00] Mum: where are you?\n[12/03/1998, 10:02] Nan: in the park; come!",
    "<3 you Nan",
    "Function rooms were upstairs; we paid £2 = two days' pay.",
    "She said {sic} “WEBVTT” is not a word",
    "1\nWe had one bath a week.\n2\nOn Fridays.",
)


@pytest.mark.parametrize("words", WORDS)
def test_what_people_write_is_taken(tmp_path: Path, words: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(words, "utf-8")
    assert sniff(path) is FORMATS["text"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "captions",
    [
        "WEBVTT\n\n00:00.000 --> 00:02.000\nHello",
        "WEBVTT - our nan\r\n\r\n00:00.000 --> 00:02.000\r\nHello",
        "1\n00:00:00,000 --> 00:00:02,000\nHello",
        "\n1\r\n0:00:00.000 --> 0:00:02.000\r\nHello",
    ],
)
def test_captions_belong_with_a_recording(tmp_path: Path, captions: str, mark: str) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes((mark + captions).encode())
    assert refusal(path, tmp_path) == "captions"
    assert "recording" in SENTENCES["captions"]


def test_harm_stays_in_the_child(tmp_path: Path) -> None:
    source = in_word("", LAUGHS)(tmp_path / "a.docx")
    with pytest.raises(Refused, match="broken"):
        confined.check(source, FORMATS["docx"])
