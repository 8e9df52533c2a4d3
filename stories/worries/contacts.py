"""Whom to call: a list to begin with, which each school makes its own."""

from __future__ import annotations

from families.models import School
from stories.models import SafeguardingContact

FIRST = (
    ("Designated safeguarding lead", "First, and always. Write their number here.", "", ""),
    (
        "Local authority designated officer (LADO)",
        "If it is about somebody who works with children. Your council has the number.",
        "",
        "",
    ),
    ("Police, emergency", "If somebody is in danger now.", "999", ""),
    ("Police", "If it may be a crime and nobody is in danger now.", "101", ""),
    (
        "CEOP, National Crime Agency",
        "If somebody online is harming a child, or has pictures of one.",
        "",
        "https://www.ceop.police.uk/Safety-Centre/",
    ),
)
"""Posts and public services, never persons."""


def of(school: School) -> list[SafeguardingContact]:
    """The school's list; the one to begin with where it has none yet."""
    kept = list(school.safeguarding_contacts.all())
    if kept:
        return kept
    return SafeguardingContact.objects.bulk_create(
        SafeguardingContact(
            school=school, who=who, when=when, phone=phone, web=web, position=10 * place
        )
        for place, (who, when, phone, web) in enumerate(FIRST, start=1)
    )
