"""Choosing who is in a memory, from people known before or new ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from families.models import Person, User
from stories.models import Story, StoryPerson

ROLES = [
    (StoryPerson.Role.TELLER, _("Told it")),
    (StoryPerson.Role.REPORTER, _("Gathered it")),
    (StoryPerson.Role.SHOWN, _("Is in a picture or film")),
    (StoryPerson.Role.HEARD, _("Can be heard")),
    (StoryPerson.Role.MENTIONED, _("Is talked about")),
]
ADULT, CHILD = "adult", "child"


def known_people(user: User, story: Story) -> list[Person]:
    """Whom this writer may put in: themselves, their family's people, and whom they added."""
    families = user.memberships.values("family")
    reach = Q(user=user) | Q(added_by=user) | Q(family__in=families)
    people = Person.objects.filter(Q(school=story.school_id) & reach | Q(appearances__story=story))
    return sorted(people.distinct(), key=lambda person: (person.user_id != user.pk, str(person)))


class RolesForm(forms.Form):
    """What one known person does in the memory. No tick means: not in it."""

    # Boxes without a tick send nothing, so this says that they were on the screen.
    here = forms.CharField(widget=forms.HiddenInput, initial="1", required=False)
    roles = forms.MultipleChoiceField(
        label=_("In this memory"),
        choices=ROLES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any = None, *, person: Person, roles: list[str]) -> None:
        super().__init__(data, prefix=f"person-{person.pk}", initial={"roles": roles, "here": "1"})
        self.person = person
        self.was_in_it = bool(roles)

    @property
    def was_on_screen(self) -> bool:
        return self.is_bound and self.add_prefix("here") in self.data


class NewPersonForm(forms.Form):
    """Somebody nobody has added before."""

    name = forms.CharField(
        label=_("Full name"),
        help_text=_("This stays private. Only your teachers see it."),
        max_length=120,
        error_messages={"required": _("Type this person’s name.")},
    )
    public_name = forms.CharField(
        label=_("Name to show"),
        help_text=_("What readers see. For somebody under 16: a first name or a made-up name."),
        max_length=60,
        error_messages={"required": _("Type the name that readers will see.")},
    )
    age = forms.ChoiceField(
        label=_("How old are they?"),
        choices=[(ADULT, "16 or older"), (CHILD, _("Under 16"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if they are under 16.")},
    )
    roles = forms.MultipleChoiceField(
        label=_("In this memory, this person"),
        choices=ROLES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one.")},
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self.person().clean()
            except ValidationError as problem:
                self.add_error(None, problem)
        return cleaned

    def person(self) -> Person:
        """The person as typed, not yet saved."""
        return Person(
            name=self.cleaned_data["name"],
            public_name=self.cleaned_data["public_name"],
            is_child=self.cleaned_data["age"] == CHILD,
        )


def add(story: Story, form: NewPersonForm, *, by: User) -> Person:
    """Put the new person in the memory. Pressing twice adds one, not two."""
    typed = form.person()
    person, _ = Person.objects.get_or_create(
        added_by=by,
        name=typed.name,
        public_name=typed.public_name,
        is_child=typed.is_child,
        school=story.school,
        defaults={"family": story.family},
    )
    assign(story, {person.pk: form.cleaned_data["roles"]})
    return person


def assign(story: Story, roles_of: dict[int, Iterable[str]]) -> None:
    """Give these people these roles in the memory; everybody else keeps theirs."""
    wanted = {(pk, role) for pk, roles in roles_of.items() for role in roles}
    before = list(story.people.all())
    kept = [a for a in before if a.person_id not in roles_of or (a.person_id, a.role) in wanted]
    there = {(a.person_id, a.role) for a in kept}
    added = [StoryPerson(person_id=pk, role=role) for pk, role in sorted(wanted - there)]
    if added or len(kept) != len(before):
        for position, appearance in enumerate([*kept, *added]):
            appearance.sort_order = position
        story.people.set([*kept, *added])
