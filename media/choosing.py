"""What a file button asks for, from the very list of formats that we read."""

from django.utils.translation import gettext

from media.formats import FORMATS, Kind

ANY = ("image/*", "audio/*", "video/*")
"""By these a phone knows that its camera and its recorder will do as well."""


def accepted() -> str:
    """For the `accept` of a file button: how such files end, and the types of papers."""
    endings = [f".{ending}" for each in FORMATS.values() for ending in each.endings]
    papers = [each.content_type for each in FORMATS.values() if each.kind is Kind.DOCUMENT]
    return ",".join(dict.fromkeys([*ANY, *papers, *endings]))


def papers() -> str:
    """The kinds of papers in words: "PDF, Word or RTF"."""
    *names, last = dict.fromkeys(each.called for each in FORMATS.values() if each.called)
    return gettext("%(kinds)s or %(last)s") % {"kinds": ", ".join(names), "last": last}
