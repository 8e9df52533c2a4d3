"""The printed form: which questions stood on it, in which versions, for whom.

All of that is in the number of the form, so that what is typed in from a signed paper
is recorded in the words on the paper, however old it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse

from families import look, naming, qr
from families.giving import memories
from families.giving.memories import Memory
from families.giving.sitting import may_answer_for, newest_wordings, scopes_to_ask
from families.models import ConsentWording, Person
from families.models.consents import BEFORE, Scope
from families.printed import sheet

NONE = "none"
NUMBER = re.compile(r"(?P<giver>\d{1,9})_(?P<story>[a-z0-9]{1,16})_(?P<asked>[a-z0-9-]{1,200})")
ASKED = re.compile(r"([a-z]+)(\d{1,6})")


@dataclass(frozen=True)
class PaperForm:
    """One form, before or after somebody signed it."""

    person: Person
    giver: Person
    story_ref: str
    wordings: Sequence[ConsentWording]

    @property
    def number(self) -> str:
        """Giver, memory, and each question with its version."""
        asked = "-".join(f"{wording.scope}{wording.version}" for wording in self.wordings)
        return f"{self.giver.pk}_{self.story_ref or NONE}_{asked}"

    @property
    def is_for_a_child(self) -> bool:
        return self.giver != self.person

    def about(self, scope: Scope) -> str:
        """The memory that an answer is about; taking part is not about any one."""
        return "" if scope in BEFORE else self.story_ref


def new(person: Person, giver: Person, memory: Memory | None) -> PaperForm:
    """A form with the newest words of everything that has to be asked."""
    asked, newest = scopes_to_ask(person, giver, memory), newest_wordings()
    worded = ConsentWording.objects.in_bulk([newest[scope] for scope in asked])
    wordings = [worded[newest[scope]] for scope in asked]
    return PaperForm(person, giver, memory.ref if memory else "", wordings)


def read(number: str, person: Person) -> PaperForm | None:
    """The form of that number, if it is one of this person; None for any other."""
    found = NUMBER.fullmatch(number)
    if found is None:
        return None
    giver = Person.objects.filter(pk=int(found["giver"]), school=person.school_id).first()
    asked = [ASKED.fullmatch(one) for one in found["asked"].split("-")]
    if giver is None or not may_answer_for(person, giver) or None in asked:
        return None
    wanted = reduce(or_, (Q(scope=one[1], version=int(one[2])) for one in asked if one))
    worded = {wording.scope: wording for wording in ConsentWording.objects.filter(wanted)}
    if len(worded) != len(asked):
        return None
    story = "" if found["story"] == NONE else found["story"]
    return PaperForm(person, giver, story, [worded[s] for s in Scope if s in worded])


def entry_address(form: PaperForm) -> str:
    """Where a teacher types the answers in; the layer that keeps files answers there."""
    return reverse("evidence_enter", args=[form.person.pk, form.number])


def printed(form: PaperForm, *, entry: str) -> bytes:
    """The form as a PDF, with the square that leads to `entry`."""
    title = memories.titles([form.story_ref]).get(form.story_ref, "") if form.story_ref else ""
    told, crest = look.on_paper(form.person.school)
    data = told | {
        "name": form.person.name,
        "first_name": naming.first_name(form.person),
        "guardian": form.giver.name if form.is_for_a_child else "",
        "title": title,
        "number": form.number,
        "questions": [
            {
                "text": wording.text,
                "meaning": wording.explanation,
                "version": wording.version,
                "is_name": wording.scope == Scope.NAME,
            }
            for wording in form.wordings
        ],
    }
    return sheet.pdf("agreement", data, {"qr.svg": qr.svg(entry)} | crest)
