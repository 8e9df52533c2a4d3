"""The question about names: the first name, another name, or none."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families import naming
from families.models import Person


class OtherNameForm(forms.Form):
    """A name that somebody types for themselves."""

    shown_as = forms.CharField(
        label=gettext_lazy("The name to show"),
        max_length=60,
        error_messages={
            "required": gettext_lazy("Type the name first. Then press the button below it."),
            "max_length": gettext_lazy("That is a bit long. Use up to 60 letters."),
        },
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person.is_child:
            self.fields["shown_as"].help_text = _("A made-up name is fine. Leave the surname out.")

    def clean_shown_as(self) -> str:
        typed = " ".join(self.cleaned_data["shown_as"].split())
        try:
            naming.check(self.person, typed)
        except ValidationError as problem:
            raise ValidationError(problem.messages) from problem
        return typed
