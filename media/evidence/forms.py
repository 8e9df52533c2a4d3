"""What a teacher types in from a signed paper, beside its photograph."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from families import naming
from families.giving.paper_form import PaperForm
from families.models.consents import AFTER, Decision, Scope

MOST = 6
"""Photographs of one form."""

ANSWERS = [(Decision.YES.value, "Yes"), (Decision.NO.value, "No")]


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        given = [one for one in data or [] if one]
        if len(given) > MOST:
            raise forms.ValidationError(f"Choose up to {MOST} photos of one form.")
        cleaned = [forms.FileField.clean(self, one, initial) for one in given or [None]]
        return [one for one in cleaned if one is not None]


class EntryForm(forms.Form):
    """Every question on the paper in its words; nothing is ticked before a teacher looks."""

    photos = FilesField(
        label="Photos, scans or a PDF of the signed form",
        help_text="All of the paper, with the signature. Nobody but staff and the family sees it.",
        error_messages={"required": "Add a photo of the signed paper."},
    )

    def __init__(self, *args: Any, paper: PaperForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        for wording in paper.wordings:
            self.fields[wording.scope] = forms.ChoiceField(
                label=wording.text, choices=ANSWERS, widget=forms.RadioSelect, required=False
            )
        if Scope.NAME in {wording.scope for wording in paper.wordings}:
            self.fields["shown_as"] = forms.CharField(
                label="The other name, if they wrote one",
                max_length=60,
                required=False,
                help_text=f"Empty means: {naming.first_name(paper.person)}.",
            )
        if paper.story_ref:
            self.fields["heard"] = forms.BooleanField(
                label="“I have heard or read this memory” is ticked on the paper", required=False
            )
        self.fields["signed_on"] = forms.DateField(
            label="The day on the paper",
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"required": "Type the day that stands beside the signature."},
        )

    def clean_shown_as(self) -> str:
        typed = " ".join(self.cleaned_data["shown_as"].split())
        try:
            naming.check(self.paper.person, typed)
        except forms.ValidationError as problem:
            raise forms.ValidationError(problem.messages) from problem
        return typed

    def clean_signed_on(self) -> Any:
        day = self.cleaned_data["signed_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("That day is still to come.")
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not self.answers:
            raise forms.ValidationError(
                "Say what is ticked on the paper for at least one question."
            )
        if self.paper.story_ref and not said.get("heard") and set(self.answers) & set(AFTER):
            self.add_error(
                "heard",
                "They are asked about a memory once they have heard it back. "
                "If they have not, play it to them first.",
            )
        return said

    @property
    def answers(self) -> dict[Scope, Decision]:
        """What is ticked; an empty box is no answer."""
        said = {
            wording.scope: self.cleaned_data.get(wording.scope) for wording in self.paper.wordings
        }
        return {Scope(scope): Decision(answer) for scope, answer in said.items() if answer}

    @property
    def shown_as(self) -> str:
        """The name to show, where they said yes to one."""
        if self.answers.get(Scope.NAME) != Decision.YES:
            return ""
        return self.cleaned_data.get("shown_as") or naming.first_name(self.paper.person)

    @property
    def signed_at(self) -> datetime | None:
        """Noon of an earlier day; None, which means now, for today."""
        day = self.cleaned_data["signed_on"]
        if day == timezone.localdate():
            return None
        return timezone.make_aware(datetime.combine(day, time(12)))
