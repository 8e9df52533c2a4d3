"""Inviting into a family: who may, what is made, and what is still open."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families import codes, invitations, look, qr
from families.models import Family, Invitation, User
from families.printed import sheet
from families.roles import Anybody, is_contributor, is_staff_of

HOUSEHOLD = 8
MOST_OPEN = 12
"""Open invitations of one family at a time: a few households, and no flood."""


@dataclass(frozen=True)
class Letter:
    """An invitation in the one moment in which its code is known."""

    invitation: Invitation
    code: str
    link: str

    @property
    def halves(self) -> tuple[str, str]:
        """As it is read out and written down."""
        first, second = codes.for_reading(self.code).split()
        return first, second

    @property
    def spelt(self) -> str:
        """For whoever hears the page: letter by letter."""
        return " ".join(self.code.upper())

    @property
    def square(self) -> str:
        """The QR code, as an address that a picture can have."""
        drawn = base64.b64encode(qr.svg(self.link)).decode()
        return f"data:image/svg+xml;base64,{drawn}"

    @property
    def message(self) -> str:
        """What one may send along."""
        words = {"family": self.invitation.family, "link": self.link}
        if name := self.invitation.for_whom:
            hello = _("Hello %(name)s! Join %(family)s and add your memories: %(link)s")
            return hello % {**words, "name": name}
        return _("Hello! Join %(family)s and add your memories: %(link)s") % words


class InvitationForm(forms.Form):
    """For whom, and for how many."""

    for_whom = forms.CharField(
        label=gettext_lazy("Who is it for?"),
        max_length=40,
        help_text=gettext_lazy("For example: Nan. They see this word, so leave surnames out."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Say who it is for, so that you find it again.")},
    )
    places = forms.ChoiceField(
        label=gettext_lazy("How many people may use it?"),
        widget=forms.RadioSelect,
        choices=[
            ("1", gettext_lazy("Just one person")),
            (
                str(HOUSEHOLD),
                format_lazy(
                    gettext_lazy("Everybody at home, up to {number} people"), number=HOUSEHOLD
                ),
            ),
        ],
        error_messages={
            "required": gettext_lazy("Choose whether it is for one person or for everybody.")
        },
    )

    def __init__(self, *args: Any, family: Family, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.family = family

    def clean(self) -> dict[str, Any]:
        if open_in(self.family).count() >= MOST_OPEN:
            raise forms.ValidationError(
                _(
                    "%(number)s invitations of this family are still open. "
                    "Call one back below, then make a new one."
                )
                % {"number": MOST_OPEN}
            )
        return super().clean() or {}


def may_invite(user: Anybody, family: Family) -> bool:
    """The family's own people, and the staff of its school; nobody before a teacher's yes."""
    if family.pending or not isinstance(user, User):
        return False
    if is_staff_of(user, family.school_id):
        return True
    return is_contributor(user) and family.memberships.filter(user=user).exists()


def open_in(family: Family) -> QuerySet[Invitation]:
    """What can still be used, the newest first."""
    rows = invitations.open_ones().filter(family=family, kind=Invitation.Kind.FAMILY)
    return rows.select_related("made_by")


def write(family: Family, *, by: User, request: HttpRequest, for_whom: str, places: int) -> Letter:
    """Make an invitation. Raises ``PermissionDenied`` for anybody who may not."""
    if not may_invite(by, family):
        raise PermissionDenied
    invitation, code = invitations.make(
        by=by,
        kind=Invitation.Kind.FAMILY,
        school=family.school,
        family=family,
        for_whom=for_whom,
        places=places,
    )
    return Letter(invitation, code, link_to(request, code))


def link_to(request: HttpRequest, code: str) -> str:
    return request.build_absolute_uri(reverse("join_link", args=[code]))


def again(invitation: Invitation, code: str, request: HttpRequest) -> Letter | None:
    """The same letter, for whoever still has its code before them; else None."""
    if codes.keyed_hash(code) != invitation.code_hash:
        return None
    typed = codes.as_typed(code)
    return Letter(invitation, typed, link_to(request, typed))


def card(letter: Letter) -> bytes:
    """A card for the kitchen table, as a PDF."""
    invitation = letter.invitation
    told, crest = look.on_paper(invitation.school)
    data = told | {
        "family": str(invitation.family),
        "for_whom": invitation.for_whom,
        "places": invitation.places,
        "halves": letter.halves,
        "address": letter.link.removesuffix(f"{letter.code}/").split("://")[-1],
        "until": f"{invitation.expires_at:%-d %B %Y}",
    }
    return sheet.pdf("invitation", data, {"qr.svg": qr.svg(letter.link)} | crest)
