"""Documents with words that nobody is meant to see, and with some that only look so."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from tests.media.written_samples import NAMESPACES, body, packed

WORDS = "Ring me on the old number"


@dataclass(frozen=True)
class Case:
    """What stands in the body of a document, and what its styles or its head say."""

    inside: str
    styles: str = ""

    def saying(self, words: str) -> Case:
        """The same with other words in that place."""
        return replace(self, inside=self.inside.replace(WORDS, words))


def written(code: str, case: Case, path: Path) -> Path:
    """The document of that format."""
    if code == "docx":
        styles = f"<w:styles {NAMESPACES}>{case.styles}</w:styles>"
        return packed(path, {"word/document.xml": body(case.inside), "word/styles.xml": styles})
    if code == "rtf":
        head = r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red0\green0\blue0;"
        head += r"\red250\green250\blue250;\red255\green255\blue0;\red200\green0\blue0;}"
        path.write_text(f"{head}{case.styles} Seen. {case.inside}\\par}}", "ascii")
        return path
    return _open_text(path, case)


def _run(says: str) -> str:
    return f"<w:r><w:rPr>{says}</w:rPr><w:t>{WORDS}</w:t></w:r>"


SEEN = "<w:r><w:t>Seen.</w:t></w:r>"
WHITE = '<w:color w:val="FFFFFF"/>'


def _beside(says: str, styles: str = "", paragraph: str = "") -> Case:
    """Words in a run of their own, after some that are seen."""
    return Case(f"<w:p><w:pPr>{paragraph}</w:pPr>{SEEN}{_run(says)}</w:p>", styles)


def _cell(cell: str, says: str, table: str = "", styles: str = "", row: str = "") -> Case:
    words = f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p>{_run(says)}</w:p></w:tc>"
    seen = f"<w:tr><w:tc><w:p>{SEEN}</w:p></w:tc></w:tr>"
    rows = f"{seen}<w:tr><w:trPr>{row}</w:trPr>{words}</w:tr>"
    return Case(f"<w:tbl><w:tblPr>{table}</w:tblPr>{rows}</w:tbl>", styles)


def _box(fill: str) -> Case:
    shape = f"<wsp><spPr>{fill}</spPr><txbx><w:txbxContent><w:p>{_run(WHITE)}</w:p>"
    drawing = f"<w:r><w:drawing>{shape}</w:txbxContent></txbx></wsp></w:drawing></w:r>"
    return Case(f"<w:p>{SEEN}{drawing}</w:p>")


def _old_box(shape: str) -> Case:
    box = f"<w:txbxContent><w:p>{_run(WHITE)}</w:p></w:txbxContent>"
    return Case(f"<w:p>{SEEN}<w:r><w:pict><shape {shape}>{box}</shape></w:pict></w:r></w:p>")


def _style(kind: str, says: str, mark: str = "S") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{mark}">{says}</w:style>'


def _shade(fill: str, pattern: str = "clear") -> str:
    return f'<w:shd w:val="{pattern}" w:color="auto" w:fill="{fill}"/>'


GRID = _style(
    "table", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade("1F5E57")}</w:tcPr></w:tblStylePr>'
)
IN_GRID = '<w:tblStyle w:val="S"/>'
THEME = '<w:color w:val="000000" w:themeColor="background1"/>'
CLEAR = "<w:textFill><w:noFill/></w:textFill>"

WORD_UNSEEN = {
    "white": _beside(WHITE),
    "nearly white": _beside('<w:color w:val="FAFAFA"/>'),
    "white by the theme": _beside(THEME),
    "white by its style": _beside(
        '<w:rStyle w:val="S"/>', _style("character", f"<w:rPr>{WHITE}</w:rPr>")
    ),
    "yellow under yellow": _beside('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    "a black bar over black": _beside('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "a black shade under black": _beside('<w:color w:val="000000"/>' + _shade("000000")),
    "without any ink": _beside(CLEAR),
    "in the colour of its paragraph": _beside(
        '<w:color w:val="FFCB05"/>', paragraph=_shade("FFCB05")
    ),
    "in the colour of its cell": _cell(_shade("FFCB05"), '<w:color w:val="FFCB05"/>'),
    "white in a cell": _cell("", WHITE),
    "white in a white cell of a coloured table": _cell(_shade("FFFFFF"), WHITE, IN_GRID, GRID),
    "in a hidden row": _cell("", "", row="<w:hidden/>"),
    "in a deleted cell": _cell("<w:cellDel/>", ""),
    "white in a white box": _box('<a:solidFill><a:schemeClr val="lt1"/></a:solidFill>'),
    "white in a box without a colour": _box("<a:noFill/>"),
    "white in a box as it was once drawn": _old_box(""),
    "hidden": _beside("<w:vanish/>"),
    "hidden for good": _beside("<w:specVanish/>"),
    "deleted": Case(f"<w:p>{SEEN}<w:del><w:r><w:delText>{WORDS}</w:delText></w:r></w:del></w:p>"),
    "moved away": Case(f"<w:p>{SEEN}<w:moveFrom>{_run('')}</w:moveFrom></w:p>"),
}
WORD_SHOWN = {
    "without a colour": _beside(""),
    "automatic": _beside('<w:color w:val="auto"/>'),
    "red": _beside('<w:color w:val="C00000"/>'),
    "grey": _beside('<w:color w:val="A0A0A0"/>'),
    "white under a marker": _beside(WHITE + '<w:highlight w:val="darkBlue"/>'),
    "white on a shade": _beside(WHITE + _shade("1F5E57")),
    "white on a pattern": _beside(WHITE + _shade("1F5E57", "pct50")),
    "white in a dark paragraph": _beside(WHITE, paragraph=_shade("1F5E57")),
    "white in a paragraph dark by its style": _beside(
        WHITE,
        _style("paragraph", f"<w:pPr>{_shade('1F5E57')}</w:pPr>"),
        '<w:pStyle w:val="S"/>',
    ),
    "white in a dark cell": _cell(_shade("1F5E57"), WHITE),
    "white in a dark table": _cell("", WHITE, _shade("1F5E57")),
    "white in a table that its style colours": _cell("", WHITE, IN_GRID, GRID),
    "white in a dark box": _box('<a:solidFill><a:srgbClr val="1F5E57"/></a:solidFill>'),
    "white in a box of many colours": _box("<a:gradFill/>"),
    "white in a dark box as it was once drawn": _old_box('fillcolor="#1f5e57 [3212]"'),
    "white again after its style": _beside(
        '<w:rStyle w:val="S"/><w:color w:val="000000"/>',
        _style("character", f"<w:rPr>{WHITE}</w:rPr>"),
    ),
}

OPEN = (
    'xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="a" xmlns:draw="d" xmlns:fo="f" '
    'xmlns:loext="l"'
)


def _open_text(path: Path, case: Case) -> Path:
    """An ODT made by hand, with the styles that the case needs."""
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{case.styles}"
        f"</office:automatic-styles><office:body><office:text>{case.inside}</office:text>"
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return path


def _look(says: str, mark: str = "W", kind: str = "text") -> str:
    return f'<style:style style:name="{mark}"><style:{kind}-properties {says}/></style:style>'


def _span(styles: str, around: str = "") -> Case:
    words = f'<text:span text:style-name="W">{WORDS}</text:span>'
    return Case(f'<text:p text:style-name="{around}">Seen.{words}</text:p>', styles)


def _held(styles: str, start: str, end: str) -> Case:
    """Words that something holds, after a paragraph that is seen."""
    words = f'<text:p text:style-name="W">{WORDS}</text:p>'
    return Case(f"<text:p>Seen.</text:p>{start}{words}{end}", styles)


def _table(styles: str, cell: str = "", row: str = "") -> Case:
    start = f'<table:table><table:table-row {row}><table:table-cell table:style-name="{cell}">'
    return _held(styles, start, "</table:table-cell></table:table-row></table:table>")


def _frame(styles: str, says: str = "") -> Case:
    start = f'<text:p><draw:frame draw:style-name="B" {says}><draw:text-box>'
    return _held(styles, start, "</draw:text-box></draw:frame></text:p>")


PALE = _look('fo:color="#ffffff"')
DARK = 'fo:background-color="#1f5e57"'

OPEN_UNSEEN = {
    "white": _span(PALE),
    "nearly white": _span(_look('fo:color="#fafafa"')),
    "in the colour behind it": _span(_look('fo:color="#ffcb05" fo:background-color="#ffcb05"')),
    "a black bar over black": _span(_look('fo:color="#000000" fo:background-color="#000000"')),
    "in the colour of its paragraph": _span(
        _look('fo:color="#ffcb05"') + _look('fo:background-color="#ffcb05"', "P", "paragraph"), "P"
    ),
    "white by the style that its own rests on": _span(
        _look('fo:color="#ffffff"', "Pale")
        + '<style:style style:name="W" style:parent-style-name="Pale"/>'
    ),
    "as clear as glass": _span(_look('loext:opacity="0%"')),
    "white in a cell": _table(PALE),
    "in the colour of its cell": _table(
        _look('fo:color="#ffcb05"') + _look('fo:background-color="#ffcb05"', "C", "table-cell"),
        "C",
    ),
    "in a row that is folded away": _table("", row='table:visibility="collapse"'),
    "white in a box": _frame(PALE),
    "in a box that is not shown": _frame("", 'draw:display="none"'),
    "hidden": _span(_look('text:display="none"')),
    "in a hidden section": _held("", '<text:section text:display="none">', "</text:section>"),
    "hidden by a rule": _held(
        "", '<text:p><text:hidden-text text:string-value="x">', "</text:hidden-text></text:p>"
    ),
    "deleted": _held(
        "",
        "<text:tracked-changes><text:changed-region><text:deletion>",
        "</text:deletion></text:changed-region></text:tracked-changes>",
    ),
    "a remark": _held("", "<text:p><office:annotation>", "</office:annotation></text:p>"),
}
OPEN_SHOWN = {
    "without a colour": _span(""),
    "red": _span(_look('fo:color="#c00000"')),
    "automatic": _span(_look('fo:color="#ffffff" style:use-window-font-color="true"')),
    "white on a dark colour": _span(_look(f'fo:color="#ffffff" {DARK}')),
    "white in a dark paragraph": _span(PALE + _look(DARK, "P", "paragraph"), "P"),
    "white in a dark cell": _table(PALE + _look(DARK, "C", "table-cell"), "C"),
    "white in a dark box": _frame(
        PALE + _look('draw:fill="solid" draw:fill-color="#1f5e57"', "B", "graphic")
    ),
    "white in a box with a picture behind": _frame(
        PALE + _look('draw:fill="bitmap"', "B", "graphic")
    ),
    "white on a drawing": _held(
        PALE, "<text:p><draw:custom-shape>", "</draw:custom-shape></text:p>"
    ),
    "white on a dark page": _span(PALE + f"<style:page-layout-properties {DARK}/>"),
}

RICH_UNSEEN = {
    "white": Case(rf"{{\cf1 {WORDS}}}"),
    "nearly white": Case(rf"{{\cf3 {WORDS}}}"),
    "yellow under yellow": Case(rf"{{\cf4\highlight4 {WORDS}}}"),
    "a black bar over black": Case(rf"{{\cf2\chcbpat2 {WORDS}}}"),
    "in the colour of its paragraph": Case(rf"\par\pard\cbpat4{{\cf4 {WORDS}}}"),
    "white after a dark paragraph": Case(
        rf"\par\pard\cbpat2{{\cf1 Night.}}\par\pard {{\cf1 {WORDS}}}"
    ),
    "in the colour of its cell": Case(
        rf"\par\trowd\cellx1\clcbpat4\cellx2\pard\intbl One\cell{{\cf4 {WORDS}}}\cell\row\pard "
    ),
    "hidden": Case(rf"{{\v {WORDS}}}"),
    "deleted": Case(rf"{{\deleted {WORDS}}}"),
    "deleted and no longer hidden": Case(rf"{{\deleted\v0 {WORDS}}}"),
    "moved away": Case(rf"{{\mvf {WORDS}}}"),
    "a remark": Case(rf"{{\*\annotation {WORDS}}}"),
}
RICH_SHOWN = {
    "automatic": Case(rf"{{\cf0 {WORDS}}}"),
    "red": Case(rf"{{\cf5 {WORDS}}}"),
    "a colour that the table does not have": Case(rf"{{\cf77 {WORDS}}}"),
    "white under a marker": Case(rf"{{\cf1\highlight2 {WORDS}}}"),
    "white in a dark paragraph": Case(rf"\par\pard\cbpat2{{\cf1 {WORDS}}}"),
    "white in a dark cell": Case(
        rf"\par\trowd\cellx1\clcbpat2\cellx2\pard\intbl One\cell{{\cf1 {WORDS}}}\cell\row\pard "
    ),
    "white on a page of another colour": Case(rf"{{\cf1 {WORDS}}}", r"{\*\background x}"),
    "no longer white": Case(rf"\cf1\plain {WORDS}"),
    "after the end of a group": Case(rf"{{\cf1 x}}{WORDS}"),
}

UNSEEN = {"docx": WORD_UNSEEN, "odt": OPEN_UNSEEN, "rtf": RICH_UNSEEN}
SHOWN = {"docx": WORD_SHOWN, "odt": OPEN_SHOWN, "rtf": RICH_SHOWN}
