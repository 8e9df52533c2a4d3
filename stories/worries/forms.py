"""What somebody who is worried is asked: as little as possible."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories.models import Worry


class WorryForm(forms.ModelForm[Worry]):
    """Only the words are needed. Nobody has to say who they are."""

    class Meta:
        model = Worry
        fields = ("about", "words", "contact")
        widgets = {"words": forms.Textarea(attrs={"rows": 6})}
        labels = {
            "about": gettext_lazy("Which page is it?"),
            "words": gettext_lazy("What are you worried about?"),
            "contact": gettext_lazy("How can we reach you?"),
        }
        help_texts = {
            "about": gettext_lazy(
                "The address at the top of the page, or what the page is called."
            ),
            "words": gettext_lazy("A few words are enough."),
            "contact": gettext_lazy(
                "An e-mail address or a phone number, only if you want an answer."
            ),
        }
        error_messages = {
            "words": {
                "required": gettext_lazy("Write a few words, so that we know what to look at.")
            },
        }


class TakedownForm(WorryForm):
    """Somebody asks for something to come down; here the page matters."""

    class Meta(WorryForm.Meta):
        labels = WorryForm.Meta.labels | {
            "about": gettext_lazy("Which page, picture or recording is it?"),
            "words": gettext_lazy("What should come down, and why?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].required = True
        self.fields["about"].error_messages["required"] = _(
            "Say which page it is, so we can find it."
        )
