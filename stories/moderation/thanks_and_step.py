"""The two boxes of every point: thanks first, then one next step.

Above each box stands the school's phrase bank. A phrase that is chosen goes into its box,
before whatever was typed there, and is changed freely. With script that happens at once;
without, the button "Put it in" does it, and so does sending.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from stories.conversation import discretion

FILL = "fill"
"""The name of the button that only puts the chosen phrases into their boxes."""

PHRASE_OF = {"thanks": "thanks_phrase", "feedback": "step_phrase"}
"""For each box the field in which a phrase for it is chosen."""


def poured(data: Any) -> Any:
    """What was sent, with each chosen phrase in its box."""
    said = data.copy()
    for box, choice in PHRASE_OF.items():
        phrase = said.get(choice, "").strip()
        said[box] = f"{phrase} {said.get(box, '')}".strip() if phrase else said.get(box, "")
        said[choice] = ""
    return said


class ThanksAndStep(forms.Form):
    thanks = forms.CharField(
        label=_("What is good here?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("They read this first. You can leave it out."),
    )
    feedback = forms.CharField(
        label=_("What is the next step?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence the writer can act on. They see it on their desk."),
    )

    class Media:
        js = (Script("stories/review-phrases.js", type="module"),)

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(None if data is None else poured(data), *args, **kwargs)
        if data is not None and FILL in data:
            self.fields["feedback"].required = False

    def clean_thanks(self) -> str:
        return self._discreet("thanks")

    def clean_feedback(self) -> str:
        return self._discreet("feedback")

    def _discreet(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        if problem := discretion.problem_of_teacher(text):
            raise forms.ValidationError(problem)
        return text
