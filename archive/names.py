"""Whose name may stand where: public names only, and never a child's beside their face.

"Name or face, not both" is the guidance of the NSPCC and of the National Crime
Agency. Whoever must not be named is still credited, as "a young person".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from families.models import Person
from families.naming import NO_NAME
from stories.models.parts import StoryPerson

UNNAMED_CHILD = "a young person"

Role = StoryPerson.Role


def names(appearances: Collection[StoryPerson], role: StoryPerson.Role) -> tuple[str, ...]:
    """The names to print for everybody with this role, each once, in the order given."""
    faces = {a.person_id for a in appearances if a.role == Role.SHOWN}
    said = (_name(a.person, a.person_id in faces) for a in appearances if a.role == role)
    return tuple(dict.fromkeys(said))


def faces(appearances: Iterable[StoryPerson]) -> tuple[str, ...]:
    """The grown-ups who can be seen and may be named; children who can be seen are not."""
    seen = [a.person for a in appearances if a.role == Role.SHOWN]
    named = (p.public_name for p in seen if not p.is_child and not p.never_publish)
    return tuple(dict.fromkeys(named))


def _name(person: Person, can_be_seen: bool) -> str:
    if person.is_child and (can_be_seen or person.never_publish):
        return UNNAMED_CHILD
    return NO_NAME if person.never_publish else person.public_name
