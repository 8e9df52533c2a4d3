"""Accounts, schools, families, and people with the consents that they gave."""

from __future__ import annotations

from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from families import consent, guardians
from families.models import (
    Consent,
    ConsentWording,
    Family,
    FamilyMember,
    Person,
    ReporterClass,
    School,
    User,
)
from families.models.consents import Decision, Giver, Scope
from families.roles import Role

PASSWORD = "collyhurst-and-harpurhey"


class SchoolFactory(factory.django.DjangoModelFactory[School]):
    class Meta:
        model = School

    name = factory.Sequence(lambda n: f"School {n}")


class ReporterClassFactory(factory.django.DjangoModelFactory[ReporterClass]):
    class Meta:
        model = ReporterClass

    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda n: f"9{n}")


class UserFactory(factory.django.DjangoModelFactory[User]):
    """An account. Say who it is with one trait: ``UserFactory(teacher=True, school=school)``."""

    class Meta:
        model = User

    class Params:
        student = factory.Trait(
            role=Role.STUDENT,
            reporter_class=factory.SubFactory(
                ReporterClassFactory, school=factory.SelfAttribute("..school")
            ),
        )
        family_member = factory.Trait(role=Role.FAMILY)
        teacher = factory.Trait(role=Role.TEACHER)
        lead = factory.Trait(role=Role.LEAD)
        administrator = factory.Trait(role=Role.ADMINISTRATOR)

    username = factory.Sequence(lambda n: f"person-{n}")
    display_name = factory.Sequence(lambda n: f"Person {n}")
    school = factory.SubFactory(SchoolFactory)
    password = make_password(PASSWORD, hasher="md5")
    role: Role | None = None

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        """Put the account in the group that stands behind its role."""
        role = kwargs.pop("role")
        user: User = super()._create(model_class, *args, **kwargs)
        if role is not None:
            user.groups.add(Group.objects.get_or_create(name=role.value)[0])
        return user


class FamilyFactory(factory.django.DjangoModelFactory[Family]):
    """A family of one school; ``members=[nan, student]`` puts accounts in it."""

    class Meta:
        model = Family

    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda n: f"Family {n}")

    @classmethod
    def _create(cls, model_class: type[Family], *args: Any, **kwargs: Any) -> Family:
        members = kwargs.pop("members", ())
        family: Family = super()._create(model_class, *args, **kwargs)
        for user in members:
            FamilyMember.objects.create(family=family, user=user, relation="member")
        return family


class PersonFactory(factory.django.DjangoModelFactory[Person]):
    """Somebody in a memory.

    ``consenting=True`` records a yes to every use, from everybody who has to
    agree: for a ``child=True`` also from a guardian.
    """

    class Meta:
        model = Person

    class Params:
        child = factory.Trait(is_child=True)

    name = factory.Sequence(lambda n: f"Mary Surname{n}")
    public_name = "Mary"
    school = factory.SubFactory(SchoolFactory)
    consenting = False

    @classmethod
    def _create(cls, model_class: type[Person], *args: Any, **kwargs: Any) -> Person:
        consenting = kwargs.pop("consenting")
        person: Person = super()._create(model_class, *args, **kwargs)
        if consenting:
            agree(person)
        return person


def agree(person: Person, *scopes: Scope, by: User | None = None, story_ref: str = "") -> None:
    """Record a yes to these uses (all, if none is named) from all who have to agree."""
    recorder = by or person.added_by or UserFactory(teacher=True, school=person.school)
    givers = [Giver.SELF, Giver.GUARDIAN] if person.is_child else [Giver.SELF]
    # What follows an answer about names is done by the one that is recorded, not by a copy.
    first, *others = sorted(scopes or Scope, key=lambda scope: scope != Scope.NAME)
    for giver in givers:
        given = answer(person, first, giver=giver, by=recorder, story_ref=story_ref)
        _alike(given, others)


def _alike(given: Consent, scopes: list[Scope]) -> None:
    """The same answer to other questions, all at once, because most memories need them all."""
    newest = {
        words.scope: words
        for words in ConsentWording.objects.filter(scope__in=scopes).order_by("version")
    }
    columns = {column.attname: getattr(given, column.attname) for column in Consent._meta.fields}
    Consent.objects.bulk_create(
        Consent(**columns | {"id": None, "scope": scope, "wording_id": newest[scope].pk})
        for scope in scopes
    )


def answer(
    person: Person,
    scope: Scope,
    decision: Decision = Decision.YES,
    *,
    giver: Giver = Giver.SELF,
    by: User | None = None,
    **details: Any,
) -> Consent:
    """Record one answer through the one place that records answers."""
    recorder = by or UserFactory(teacher=True, school=person.school)
    name = details.pop("giver_name", "A guardian")
    guardian = None if giver == Giver.SELF else guardians.named(person, name, by=recorder)
    return consent.record(
        person=person,
        scope=scope,
        decision=decision,
        given_by=guardian,
        by=recorder,
        **details,
    )
