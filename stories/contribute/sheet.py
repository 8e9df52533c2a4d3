"""Everything of one memory that is on the writer's screen, read, typed over and put back."""

from __future__ import annotations

import re
from typing import Any

from families.models import User
from stories import covers, suggesting
from stories.contribute import people
from stories.contribute.answers import Talk
from stories.contribute.details import DetailsForm
from stories.contribute.parts import PartOnScreen, in_order, lay_out
from stories.contribute.people import NewPersonForm, RolesForm
from stories.contribute.suggested import SuggestForm
from stories.models import Story, StoryPart

TYPED_PART = re.compile(r"part-(\d+)-(?:text|caption|description)")


class Sheet:
    """The forms of one memory; bound to ``data`` where something was typed."""

    def __init__(self, story: Story, *, user: User, data: Any = None) -> None:
        self.story = story
        self.user = user
        self.data = data
        self.details = DetailsForm(data, story=story, user=user)
        self.parts = [PartOnScreen(part, data) for part in in_order(story)]
        cover = covers.of(on_screen.part for on_screen in self.parts)
        self.talk = Talk(story, [on_screen.part for on_screen in self.parts], data)
        for on_screen in self.parts:
            on_screen.is_cover = on_screen.part is cover
            on_screen.points = self.talk.beside(on_screen.part)
        self.people = self._people()
        self.new_person = NewPersonForm(prefix="new")
        self.new_place = SuggestForm(story=story)

    def apply(self) -> None:
        """Put into the memory whatever was typed and makes sense. Saves nothing."""
        self.details.apply()
        if any([part.apply() for part in self.parts]):
            lay_out(self.story, [on_screen.part for on_screen in self.parts])
        seen = [form for form in self.people if form.was_on_screen and form.is_valid()]
        people.assign(self.story, {f.person.pk: f.cleaned_data["roles"] for f in seen})

    @property
    def has_new_person(self) -> bool:
        """Whether somebody's name stands in the boxes for a new person."""
        return bool(self.data and self.data.get("new-name", "").strip())

    def add_new_person(self) -> bool:
        """Put the person who was typed in, if they can be; else the form says what is wrong."""
        self.new_person = NewPersonForm(self.data, prefix="new")
        if not self.new_person.is_valid():
            return False
        people.add(self.story, self.new_person, by=self.user)
        return True

    def suggest_place(self) -> bool:
        """Ask for the place that was typed in, if it can be; else the form says what is wrong."""
        self.new_place = SuggestForm(self.data, story=self.story)
        if not self.new_place.is_valid():
            return False
        suggesting.suggest(self.story, **self.new_place.cleaned_data, by=self.user)
        return True

    def homeless_words(self) -> list[tuple[str, str]]:
        """What was typed into parts that another screen has since taken out: name and words."""
        here = {on_screen.part.pk for on_screen in self.parts}
        typed = ((name, TYPED_PART.fullmatch(name)) for name in self.data or ())
        return [
            (name, self.data[name])
            for name, match in typed
            if match and int(match[1]) not in here and self.data[name].strip()
        ]

    def take_in_homeless_words(self) -> None:
        """Keep them as words at the end."""
        words = [
            StoryPart(kind=StoryPart.Kind.WORDS, text=text.strip())
            for _, text in self.homeless_words()
        ]
        if words:
            lay_out(self.story, [*(on_screen.part for on_screen in self.parts), *words])

    @property
    def errors(self) -> dict[str, list[str]]:
        """The sentences about each field that could not be kept, by the name of the field."""
        forms = [self.details, self.new_person, self.new_place, *(part.form for part in self.parts)]
        typed = {
            form.add_prefix(name): [str(error) for error in errors]
            for form in forms
            if form.is_bound
            for name, errors in form.errors.items()
        }
        return typed | self.talk.errors

    def _people(self) -> list[RolesForm]:
        roles: dict[int, list[str]] = {}
        for appearance in self.story.people.all():
            roles.setdefault(appearance.person_id, []).append(appearance.role)
        known = people.known_people(self.user, self.story)
        return [RolesForm(self.data, person=p, roles=roles.get(p.pk, [])) for p in known]
