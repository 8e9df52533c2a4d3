"""The person that an account is, so that their consent can be asked."""

from __future__ import annotations

from typing import Any

from families.models import Person, User
from families.roles import is_student


def person_of(user: User, *, added_by: User | None = None) -> Person:
    """The person that this account is, made the first time it is needed.

    A student has a first name and nothing else, also in private: we never ask for more.
    """
    name = user.get_full_name()
    child = is_student(user)
    details: dict[str, Any] = {
        "name": name,
        "public_name": name.split()[0] if child else name[:60],
        "is_child": child,
        "school": user.school,
        "added_by": added_by or user,
    }
    person, _ = Person.objects.get_or_create(user=user, defaults=details)
    return person
