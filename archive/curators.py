"""Who curated a showcase: the name of their group, and the students who want to be named.

A student is named by the name that readers see, while their yes to the web stands. Never
beside a picture of them: "name or face, not both" (NSPCC).
"""

from __future__ import annotations

from archive.models import Proposal, ShowcasePage
from archive.shapes import joined
from archive.stamps import rest_on, rest_on_today
from families import consent
from families.models import Person
from families.models.consents import Scope
from families.naming import NO_NAME
from stories.models.parts import StoryPerson


def named(page: ShowcasePage) -> str:
    """“The kitchen table group: Amina and Kayden”; empty where nobody wants to be named."""
    names = joined(_names(page))
    return ": ".join(filter(None, (page.curated_by.strip(), names)))


def _names(page: ShowcasePage) -> list[str]:
    """Those whose proposals were taken and who said that they want to be named. Three queries."""
    taken = Proposal.objects.filter(showcase=page.pk, state=Proposal.State.TAKEN, wants_credit=True)
    students = list(taken.values_list("proposed_by", flat=True))
    if not students:
        return []
    # A yes to the web runs out by itself.
    rest_on_today()
    rest_on(*(f"account:{number}" for number in students))
    people = Person.objects.filter(user__in=students, user__is_active=True)
    found = list(people.prefetch_related("consents").order_by("public_name", "pk"))
    rest_on(*(f"curator:{person.pk}" for person in found))
    faces = _seen_in(page, found) if found else set()
    return [p.public_name for p in found if p.pk not in faces and _may_be_named(p)]


def _may_be_named(person: Person) -> bool:
    return person.public_name != NO_NAME and consent.stands(person, Scope.WEB)


def _seen_in(page: ShowcasePage, people: list[Person]) -> set[int]:
    seen = StoryPerson.objects.filter(
        story__in=set(page.story_ids()), role=StoryPerson.Role.SHOWN, person__in=people
    )
    return set(seen.values_list("person", flat=True))
