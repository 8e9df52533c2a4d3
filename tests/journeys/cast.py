"""The people of the journeys, in one school."""

from __future__ import annotations

from dataclasses import dataclass

from families.models import Family, Person, School, User
from tests.factories import (
    FamilyFactory,
    PersonFactory,
    ReporterClassFactory,
    SchoolFactory,
    UserFactory,
)


@dataclass(frozen=True)
class Cast:
    """Amina is 14; Mary is her nan; Mr Hale and Ms Okafor teach; nobody has agreed to anything."""

    school: School
    family: Family
    amina: User
    mary: User
    nan: Person
    hale: User
    okafor: User
    lead: User
    admin: User


def assembled() -> Cast:
    school = SchoolFactory(name="Irk Valley School")
    amina = UserFactory(
        student=True,
        school=school,
        reporter_class=ReporterClassFactory(school=school, name="9A"),
        username="amina",
        display_name="Amina",
    )
    mary = UserFactory(
        family_member=True, school=school, username="mary", display_name="Mary Surname"
    )
    family = FamilyFactory(school=school, name="The family at number 4", members=[amina, mary])
    return Cast(
        school=school,
        family=family,
        amina=amina,
        mary=mary,
        nan=PersonFactory(
            name="Mary Surname", public_name="Mary", school=school, family=family, user=mary
        ),
        hale=UserFactory(teacher=True, school=school, username="hale", display_name="Mr Hale"),
        okafor=UserFactory(
            teacher=True, school=school, username="okafor", display_name="Ms Okafor"
        ),
        lead=UserFactory(lead=True, school=school, username="lead", display_name="Ms Lead"),
        admin=UserFactory(
            administrator=True, school=school, username="admin", display_name="Admin"
        ),
    )
