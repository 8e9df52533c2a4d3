"""Written documents, made on the spot as Word, LibreOffice and others save them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf import dc, draw, meta, style, table, text
from odf.namespaces import TEXTNS
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from PIL import Image

from tests.media.samples import SECRET, exif

FIRST = "We swam in the old baths on Rochdale Road."
LAST = "The tiles were as green as the Irk."
FILLER = "It was warm there, and it smelled of soap. " * 12


def photograph() -> bytes:
    """A red picture that says who took it and where."""
    data = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(data, "JPEG", exif=exif(), comment=SECRET)
    return data.getvalue()


def word(path: Path) -> Path:
    """A DOCX of a few pages, with a secret in every place where Word keeps one."""
    made = Document()
    made.core_properties.author = made.core_properties.comments = SECRET
    made.sections[0].header.paragraphs[0].text = SECRET
    made.sections[0].footer.paragraphs[0].text = SECRET
    made.add_heading("The baths", 1)
    first = made.add_paragraph(FIRST)
    made.add_comment(first.runs, text=SECRET, author=SECRET)
    first.add_run(SECRET).font.hidden = True
    for fragment in WORD_SECRETS:
        first._p.append(parse_xml(fragment.format(SECRET=SECRET, ns=nsdecls("w"))))
    first._p.append(parse_xml(INSERTED.format(ns=nsdecls("w"))))
    made.add_paragraph("Soap", "List Bullet")
    made.add_paragraph("Towel", "List Number")
    grid = made.add_table(1, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Penny", "Tuppence"
    made.add_picture(io.BytesIO(photograph()))
    for _ in range(7):
        made.add_paragraph(FILLER)
    made.add_paragraph(LAST).runs[0].bold = True
    made.save(str(path))
    return path


WORD_SECRETS = (
    '<w:del {ns} w:author="{SECRET}"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>',
    '<w:moveFrom {ns} w:author="{SECRET}"><w:r><w:t>{SECRET}</w:t></w:r></w:moveFrom>',
    '<w:r {ns}><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{SECRET}</w:t></w:r>',
    "<w:r {ns}><w:instrText>INCLUDETEXT {SECRET}</w:instrText></w:r>",
    '<w:fldSimple {ns} w:instr=" AUTHOR "><w:r><w:t>{SECRET}</w:t></w:r></w:fldSimple>',
    '<w:r {ns}><w:fldChar w:fldCharType="begin"/></w:r>',
    "<w:r {ns}><w:instrText> FILENAME </w:instrText></w:r>",
    '<w:r {ns}><w:fldChar w:fldCharType="separate"/></w:r>',
    "<w:r {ns}><w:t>{SECRET}</w:t></w:r>",
    '<w:r {ns}><w:fldChar w:fldCharType="end"/></w:r>',
)
INSERTED = '<w:ins {ns} w:author="A"><w:r><w:t> Nan came too.</w:t></w:r></w:ins>'


def open_text(path: Path) -> Path:
    """An ODT of a few pages, with a secret in every place where LibreOffice keeps one."""
    made = OpenDocumentText()
    made.meta.addElement(meta.InitialCreator(text=SECRET))
    made.meta.addElement(dc.Title(text=SECRET))
    unseen = style.Style(name="Unseen", family="text")
    unseen.addElement(style.TextProperties(display="none"))
    made.automaticstyles.addElement(unseen)
    white = style.Style(name="White", family="text")
    white.addElement(style.TextProperties(color="#ffffff"))
    made.automaticstyles.addElement(white)
    made.text.addElement(_deleted())
    made.text.addElement(text.H(outlinelevel=1, text="The baths"))
    first = text.P(text=FIRST)
    remark = Annotation()
    remark.addElement(dc.Creator(text=SECRET))
    remark.addElement(text.P(text=SECRET))
    first.addElement(remark)
    first.addElement(text.Span(stylename=unseen, text=SECRET))
    first.addElement(text.Span(stylename=white, text=SECRET))
    first.addElement(text.AuthorName(text=SECRET))
    first.addText(" Nan came too.")
    made.text.addElement(first)
    made.text.addElement(_section())
    _items(made)
    _picture(made)
    for _ in range(7):
        made.text.addElement(text.P(text=FILLER))
    made.text.addElement(text.P(text=LAST))
    made.save(str(path))
    return path


def _deleted() -> Any:
    changes = text.TrackedChanges()
    region = text.ChangedRegion(check_grammar=False)
    region.setAttrNS(TEXTNS, "id", "gone")
    deletion = text.Deletion()
    deletion.addElement(text.P(text=SECRET))
    region.addElement(deletion)
    changes.addElement(region)
    return changes


def _section() -> Any:
    section = text.Section(name="Unseen", display="none")
    section.addElement(text.P(text=SECRET))
    return section


def _items(made: Any) -> None:
    things = text.List()
    for thing in ("Soap", "Towel"):
        item = text.ListItem()
        item.addElement(text.P(text=thing))
        things.addElement(item)
    made.text.addElement(things)
    grid = table.Table(name="Prices")
    row = table.TableRow()
    for price in ("Penny", "Tuppence"):
        cell = table.TableCell()
        cell.addElement(text.P(text=price))
        row.addElement(cell)
    grid.addElement(row)
    made.text.addElement(grid)


def _picture(made: Any) -> None:
    place = made.addPictureFromString(photograph(), "image/jpeg")
    frame = draw.Frame(width="6cm", height="4cm", anchortype="as-char")
    frame.addElement(draw.Image(href=place))
    holder = text.P()
    holder.addElement(frame)
    made.text.addElement(holder)


def rich(path: Path) -> Path:
    """An RTF of a few pages, with a secret in every place where writers keep one."""
    fill = "".join(f"{FILLER}\\par\n" for _ in range(9))
    path.write_text(
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}"
        r"{\colortbl;\red255\green255\blue255;}"
        rf"{{\info{{\author {SECRET}}}{{\title {SECRET}}}}}{{\*\generator {SECRET};}}"
        rf"{{\header {SECRET}\par}}{{\footer {SECRET}\par}}"
        r"\pard\outlinelevel0 The baths\par\pard "
        rf"{FIRST}{{\v {SECRET}}}{{\deleted {SECRET}}}{{\cf1 {SECRET}}}{{\*\annotation {SECRET}}}"
        rf'{{\field{{\*\fldinst HYPERLINK "http://{SECRET}"}}{{\fldrslt  Nan came too.}}}}\par'
        "\n\\bullet  Soap\\par \\bullet  Towel\\par\n"
        r"\trowd\intbl Penny\cell Tuppence\cell\row\pard "
        rf"{{\pict\jpegblip {SECRET.encode().hex()}}}\par {fill}{LAST}\par}}",
        encoding="ascii",
    )
    return path


def notes(path: Path) -> Path:
    """Plain text of a few pages; there is nowhere to keep a secret."""
    short = "Soap\nTowel\nPenny Tuppence\n\n"
    fill = "\n\n".join([FILLER] * 9)
    path.write_text(f"The baths\n\n{FIRST} Nan came too.\n\n{short}{fill}\n\n{LAST}\n", "utf-8")
    return path


TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def body(inside: str, before: str = "") -> str:
    """The main part of a DOCX around what is given."""
    return f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


def paragraph(words: str) -> str:
    """One paragraph of a DOCX."""
    return f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def packed(path: Path, members: dict[str, str | bytes]) -> Path:
    """A DOCX made by hand of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def in_word(inside: str, before: str = "") -> Callable[[Path], Path]:
    """A maker of a DOCX with this body."""
    return lambda path: packed(path, {"word/document.xml": body(inside, before)})
