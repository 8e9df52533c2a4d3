"""Every word that the audit log may hold, of all layers, by what kind of thing it tells.

Wagtail refuses a word that nobody registered; a test refuses one that is not here. So
this file is the whole of what the log can say. What a word looks like on screen is
registered by the layer that writes it. No entry holds a name, a code or an answer's words.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models


class Kind(models.TextChoices):
    """What the report is filtered by."""

    LOOK = "look", "Somebody looked at it"
    CONSENT = "consent", "Consent"
    ROLE = "role", "Roles and accounts"
    STATUS = "status", "Where a memory is on its way"
    VISIBILITY = "visibility", "Who may see it"
    WORRY = "worry", "Worries and requests"
    PLACE = "place", "Places"
    FILE = "file", "Files"
    FAMILY = "family", "Families and invitations"
    OTHER = "other", "Other changes in the staff room"


WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.LOOK: (
        "families.look",
        "media.look",
        "media.look_original",
        "stories.look",
        "stories.look_portfolio",
    ),
    Kind.CONSENT: ("families.consent", "families.word", "families.remind"),
    Kind.ROLE: (
        "families.erase",
        "families.role",
        "families.account",
        "families.enrol",
        "families.new_card",
        "families.move",
        "families.leave",
        "families.come_back",
    ),
    Kind.STATUS: (
        "stories.submit",
        "stories.take_up",
        "stories.assign",
        "stories.request_changes",
        "stories.ask_back",
        "stories.give_back",
        "stories.answer",
        "stories.close",
        "stories.decline",
        "stories.return_to_family",
        "stories.recommend",
        "stories.unrecommend",
        "stories.plan",
        "stories.unplan",
        "stories.come_due",
        "stories.publish",
        "stories.withdraw",
        "stories.bring_back",
        "stories.delete",
        "stories.keep",
        "stories.lapse",
        "stories.seal",
        "stories.hold",
        "stories.release",
        "stories.undo",
        "stories.mend",
        "stories.put_back",
        "stories.remind",
        "stories.stop_reminders",
        "stories.start_reminders",
    ),
    Kind.VISIBILITY: (
        "families.pen_name",
        "families.shown",
        "stories.audience",
        "stories.yearly_check",
    ),
    Kind.WORRY: (
        "stories.worry",
        "stories.worry_state",
        "stories.worry_note",
        "stories.takedown",
        "stories.incident",
    ),
    Kind.PLACE: ("stories.suggest_place", "stories.answer_place", "stories.merge_place"),
    Kind.FILE: (
        "media.hide_areas",
        "media.set_focal_point",
        "media.hold_back",
        "media.stop",
        "media.retry",
    ),
    Kind.FAMILY: (
        "families.invite",
        "families.call_back",
        "families.join",
        "families.ask",
        "families.agree_to_family",
        "families.turn_down_family",
    ),
}
"""Wagtail's own words, which begin with ``wagtail``, are of the kind that is left."""

OURS = frozenset(word for words in WORDS.values() for word in words)

LABELS = {
    "families.erase": ("Account deleted", "Deleted everything about somebody"),
    "families.look": ("Looked at consent", "Looked at what they allow"),
    "families.pen_name": ("A pen name was given", "Gave them another name for readers"),
    "families.remind": ("Asked again by letter", "Was told by letter that a yes ends"),
    "families.shown": ("Who may see a person", "Changed whether they may be shown"),
}


def of_kinds(kinds: Iterable[str]) -> models.Q:
    """The log entries of any of these kinds."""
    wanted = models.Q(pk__in=())
    for kind in kinds:
        if kind == Kind.OTHER:
            wanted |= models.Q(action__startswith="wagtail")
        else:
            wanted |= models.Q(action__in=WORDS[Kind(kind)])
    return wanted
