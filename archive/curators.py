"""Who curated a showcase: the name of their group, and the students who want to be named.

A student is named by the name that readers see, while their yes to the web stands. Never
beside a picture of them: "name or face, not both" (NSPCC).
"""

from __future__ import annotations

from archive.models import Proposal, ShowcasePage
from archive.shapes import joined
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
    people = Person.objects.filter(user__in=taken.values("proposed_by"), user__is_active=True)
    found = list(people.prefetch_related("consents").order_by("public_name", "pk"))
    faces = _seen_in(page, found) if found else set()
    return [p.public_name for p in found if p.pk not in faces and _may_be_named(p)]


def _may_be_named(person: Person) -> bool:
    return person.public_name != NO_NAME and consent.stands(person, Scope.WEB)


def _seen_in(page: ShowcasePage, people: list[Person]) -> set[int]:
    seen = StoryPerson.objects.filter(
        story__in=set(page.story_ids()), role=StoryPerson.Role.SHOWN, person__in=people
    )
    return set(seen.values_list("person", flat=True))
