"""Whom somebody will talk to: themselves, somebody of their family, somebody else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from families.models import FamilyMember, Person, User
from families.own_person import person_of

ME, OF_FAMILY, ELSE = "me", "family", "else"
NEW = (OF_FAMILY, ELSE)
"""Answers that ask for a name next."""

ADULT, CHILD = "adult", "child"


class WhoForm(forms.Form):
    """One press, and nothing to type."""

    who = forms.ChoiceField(
        label=_("Who will you talk to?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose somebody first. You can change it later."),
            "invalid_choice": _("Choose somebody from the list."),
        },
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)
    assignment = forms.CharField(widget=forms.HiddenInput, required=False)
    answers = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, user: User, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["who"].choices = choices(user)  # type: ignore[attr-defined]


class NameForm(forms.Form):
    """Somebody nobody has named before."""

    name = forms.CharField(
        label=_("What do you call them?"),
        help_text=_("For example: Nan Joan, Uncle Femi, Mr Grant. A first name will do."),
        max_length=60,
        error_messages={
            "required": _("Type what you call them."),
            "max_length": _("That is a bit long. Use up to 60 letters."),
        },
    )
    age = forms.ChoiceField(
        label=_("How old are they?"),
        choices=[(ADULT, _("16 or older")), (CHILD, _("Under 16"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if they are under 16.")},
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                named(cleaned["name"], cleaned["age"]).clean()
            except ValidationError:
                self.add_error("name", _("For somebody under 16, type the first name only."))
        return cleaned


def choices(user: User) -> list[tuple[str, Any]]:
    """Me; the family, those with an account as well; whom this person has named before."""
    families = list(user.memberships.values_list("family", flat=True))
    relations = _members(user, families)
    known = list(known_to(user))
    theirs = [person for person in known if person.family_id in families]
    others = [person for person in known if person.family_id not in families]
    accounts = relations.keys() - {person.user_id for person in known}
    return [
        (ME, _("Me. I will tell it myself")),
        *((f"person:{p.pk}", _label(p, user, relations)) for p in theirs),
        *(
            (f"account:{pk}", _with(str(m.user), m))
            for pk, m in relations.items()
            if pk in accounts
        ),
        (OF_FAMILY, _("Somebody else in my family")),
        *((f"person:{p.pk}", _label(p, user, relations)) for p in others),
        (ELSE, _("Somebody else")),
    ]


def known_to(user: User) -> Any:
    """People of this person's families, and whom they have named before; not themselves."""
    families = user.memberships.values("family")
    reach = Q(added_by=user) | Q(family__in=families)
    return Person.objects.filter(reach, school=user.school_id).exclude(user=user).distinct()


def teller(said: Any, user: User) -> Person | None:
    """The person that the notes speak of, made where they are new; None where nobody was chosen.

    Asks again who is within reach: the notes may be older than somebody's leave of a family.
    """
    kind, _sep, pk = said["who"].partition(":")
    if kind == ME:
        return person_of(user)
    if kind in NEW:
        return _new(said, user, in_family=kind == OF_FAMILY)
    if kind == "person" and pk.isdecimal():
        found: Person | None = known_to(user).filter(pk=pk).first()
        return found
    if kind == "account" and pk.isdecimal():
        families = list(user.memberships.values_list("family", flat=True))
        member = _members(user, families).get(int(pk))
        return person_of(member.user, added_by=user) if member else None
    return None


def name_of(said: Any, user: User) -> str:
    """What the chosen person is called on screen, before they are made; "" for oneself."""
    kind, _sep, pk = said["who"].partition(":")
    if kind in NEW:
        return str(said["name"])
    if kind == "person" and pk.isdecimal():
        found = known_to(user).filter(pk=pk).first()
        return str(found) if found else ""
    if kind == "account" and pk.isdecimal():
        families = list(user.memberships.values_list("family", flat=True))
        member = _members(user, families).get(int(pk))
        return str(member.user) if member else ""
    return ""


def named(name: str, age: str) -> Person:
    """Somebody by what they are called; a child is shown by the first word of it alone."""
    child = age == CHILD
    shown = (name.split() or [""])[0] if child else name
    return Person(name=name, public_name=shown, is_child=child)


def _new(said: Any, user: User, *, in_family: bool) -> Person | None:
    if not said["name"]:
        return None
    typed = named(said["name"], said["age"])
    membership = user.memberships.order_by("pk").first() if in_family else None
    person, _made = Person.objects.get_or_create(
        added_by=user,
        name=typed.name,
        public_name=typed.public_name,
        is_child=typed.is_child,
        school=user.school,
        defaults={"family": membership.family if membership else None},
    )
    return person


def _members(user: User, families: list[int]) -> dict[int, FamilyMember]:
    """The other accounts of one's families, by account."""
    rows = FamilyMember.objects.filter(family__in=families).exclude(user=user)
    found = rows.filter(user__is_active=True).select_related("user").order_by("pk")
    return {member.user_id: member for member in found}


def _label(person: Person, user: User, relations: dict[int, FamilyMember]) -> str:
    if person.user_id in relations:
        return _with(str(person), relations[person.user_id])
    if person.added_by_id == user.pk and person.name != person.public_name:
        return f"{person} ({person.name})"
    return str(person)


def _with(name: str, member: FamilyMember) -> str:
    return f"{name} ({member.relation})" if member.relation else name
