"""A school's look as pages and printed sheets ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify

from families.models import School, SchoolLook, User
from families.models.looks import Accent

ON_PAPER: Mapping[str, tuple[str, str]] = {
    Accent.BRICK: ("#9e3b2c", "#6e2419"),
    Accent.CANAL: ("#1f5e57", "#123f3a"),
    Accent.SKY: ("#23527c", "#163a5c"),
    Accent.HEATHER: ("#6b3a6e", "#4a254d"),
    Accent.SLATE: ("#44505c", "#2b343d"),
}
"""Each colour and its deeper shade, as #rrggbb; the same as by day on screen."""

Printed = tuple[dict[str, Any], dict[str, bytes]]
"""What a sheet is told and the files that lie beside it, as ``families.printed.sheet`` wants."""

SIGN_IN = ("/sign-in/", "/account/login/")
SHARED = "/desk/offline/"
"""A page that a device keeps for whoever comes next, so it is nobody's."""


def of(school: School | int | None) -> SchoolLook | None:
    """What this school chose; None where it has chosen nothing yet."""
    known = SchoolLook.objects.select_related("school", "crest__item")
    return known.filter(school=school).first() if school is not None else None


def begin(school: School) -> SchoolLook:
    """The look of a school, made where there is none, under an address of its own."""
    found = of(school)
    if found is not None:
        return found
    plain = slugify(school.name)[:50] or "school"
    taken = SchoolLook.objects.filter(key=plain).exists()
    key = f"{plain}-{school.pk}" if taken else plain
    made, _ = SchoolLook.objects.get_or_create(school=school, defaults={"key": key})
    return made


def in_templates(request: HttpRequest) -> dict[str, Any]:
    """For the desk and the sign-in page (context processor); asked for only where it is shown."""
    return {"look": SimpleLazyObject(lambda: _for_whoever_reads(request))}


def _for_whoever_reads(request: HttpRequest) -> SchoolLook | None:
    """That of one's own school; at the door, that of the school whose card led there."""
    if request.path.startswith(SHARED):
        return None
    user = getattr(request, "user", None)
    if isinstance(user, User):
        return of(user.school_id)
    key = request.GET.get("school", "") if request.path in SIGN_IN else ""
    known = SchoolLook.objects.select_related("school", "crest__item")
    return known.filter(key=key).first() if key else None


def on_paper(school: School) -> Printed:
    """The same for a printed sheet."""
    look = of(school)
    if look is None:
        return plain(school.name)
    told, files = plain(str(look), look.accent)
    crest = _crest(look)
    return (told | {"crest": "crest.jpg"}, {"crest.jpg": crest}) if crest else (told, files)


def plain(name: str, accent: str = Accent.BRICK) -> Printed:
    """A name in a colour, without a crest."""
    colour, deep = ON_PAPER[accent]
    return {"school": name, "accent": colour, "deep": deep, "crest": ""}, {}


def _crest(look: SchoolLook) -> bytes | None:
    item = look.crest.item if look.crest else None
    made = item.derivative("w480.jpg") if item and item.is_ready else None
    if made is None:
        return None
    with made.file.open() as file:
        content: bytes = file.read()
    return content
