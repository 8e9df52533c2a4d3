"""The words of RTF that open what is not printed, stand for a sign, or name a coding."""

import codecs
from typing import Final

GONE: Final = {
    *("info", "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl"),
    *("rsidtbl", "generator", "header", "headerl", "headerr", "headerf", "footer", "footerl"),
    *("footerr", "footerf", "annotation", "atnid", "atnauthor", "atntime", "atndate", "atnref"),
    *("atrfstart", "atrfend", "atnparent", "author", "operator", "title", "subject", "company"),
    *("comment", "doccomm", "keywords", "category", "manager", "hlinkbase", "template", "private"),
    *("filetbl", "fldinst", "datafield", "bkmkstart", "bkmkend", "nonshppict", "themedata"),
    *("colorschememapping", "latentstyles", "datastore", "xmlnstbl", "mmath", "sp"),
    *("xe", "tc", "tcn", "rxe", "docvar", "userprops", "passwordhash", "pntxta", "pntxtb"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pgptbl"),
}
"""Groups that hold no printed words: who wrote it, remarks, codes of fields, tables of styles."""

SIGNS: Final = {
    "tab": "\t",
    "line": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "enspace": " ",
    "emspace": " ",
    "qmspace": " ",
}

CHARSETS: Final = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""The codings of fonts, by the number that Windows gives them."""


def code_page(number: int) -> str:
    """The coding of a Windows code page; the Western one if we have never heard of it."""
    known = {10000: "mac_roman", 65001: "utf-8"}
    coding = known.get(number, f"cp{number}")
    try:
        codecs.lookup(coding)
    except LookupError:
        return "cp1252"
    return coding
