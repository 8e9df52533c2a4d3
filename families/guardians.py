"""Parents and guardians of those under 16."""

from __future__ import annotations

from families.models import Guardianship, Person, User


def named(child: Person, name: str, *, by: User | None) -> Person:
    """The guardian of this child with that name, added where there is none yet.

    Two guardians are told apart by their names, whatever capitals are typed.
    """
    wanted = " ".join(name.split())
    for guardian in child.guardians.all():
        if guardian.name.casefold() == wanted.casefold():
            return guardian
    guardian = Person.objects.create(
        name=wanted,
        public_name=wanted.split()[0][:60],
        school=child.school,
        family=child.family,
        added_by=by,
    )
    Guardianship.objects.create(child=child, guardian=guardian)
    return guardian
