"""Sign-ins for a whole class in one step: a list, a look at what it makes, and cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from families.admin.classes.room import ClassPage
from families.classes import files, lists, members, usernames

MADE_ALREADY = (
    "These sign-ins were made already, and nothing was made twice. "
    "If you did not get the cards, tick the students and make new cards."
)


class ListForm(forms.Form):
    """First names, typed or in a file."""

    names = forms.CharField(
        label="First names",
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off", "spellcheck": "false"}),
        help_text="One on each line. Leave surnames out. You can paste from a register.",
    )
    sheet = forms.FileField(
        label="Or a CSV file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
        help_text="We read the column “First name”, and keep nothing else of the file.",
    )
    swapped = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Read the list; what cannot be read is said line by line."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        reading = self._read(cleaned)
        for problem in reading.problems:
            self.add_error(None, problem)
        cleaned["reading"] = reading
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> lists.Reading:
        sheet, swapped = cleaned.get("sheet"), cleaned["swapped"]
        if sheet is None:
            return lists.pasted(cleaned["names"], swapped=swapped)
        if cleaned["names"].strip():
            raise forms.ValidationError("Use the box or the file, not both.")
        if sheet.size > files.BIGGEST:
            raise forms.ValidationError("This file is too big for a list of names.")
        try:
            return lists.from_csv(files.text_of(sheet.read()), swapped=swapped)
        except files.NotAList as problem:
            raise forms.ValidationError(str(problem)) from problem


@dataclass(frozen=True)
class Proposal:
    """One student as it will be made, unless the tick is taken away."""

    number: int
    name: str
    username: str
    notes: list[str]
    ticked: bool


class EnrolPage(ClassPage):
    """Nothing is made before the teacher has seen it."""

    page_title = "Add students"
    template_name = "families/admin/classes/enrol.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._ask(ListForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("do") == "make":
            return self._make(request)
        if request.POST.get("do") == "back":
            return self._ask(ListForm(initial={"names": request.POST.get("names", "")}))
        form = ListForm(request.POST, request.FILES)
        return self._show(form) if form.is_valid() else self._ask(form, status=422)

    def _ask(self, form: ListForm, *, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def _show(self, form: ListForm) -> HttpResponse:
        reading: lists.Reading = form.cleaned_data["reading"]
        typed = form.cleaned_data["names"] or "\n".join(one.name for one in reading.names)
        context = self.get_context_data(
            proposals=self._proposals(reading),
            typed=typed,
            may_swap=reading.might_be_swapped and bool(form.cleaned_data["names"]),
            swapped=form.cleaned_data["swapped"],
        )
        self.template_name = "families/admin/classes/proposed.html"
        return self.render_to_response(context)

    def _proposals(self, reading: lists.Reading) -> list[Proposal]:
        names = [one.name for one in reading.names]
        how_often = Counter(name.casefold() for name in names)
        here = {student.display_name.casefold() for student in self.students}
        proposals = []
        pairs = zip(reading.names, usernames.for_names(names), strict=True)
        for number, (one, username) in enumerate(pairs):
            notes, known = list(one.notes), one.name.casefold() in here
            if how_often[one.name.casefold()] > 1:
                notes.append("This name is on the list more than once.")
            if known:
                notes.append("The class has this name already. Tick it to make one more.")
            proposals.append(Proposal(number, one.name, username, notes, not known))
        return proposals

    @sensitive_variables("made")
    def _make(self, request: HttpRequest) -> HttpResponse:
        wanted = _ticked(request)
        if not wanted:
            messages.error(request, "Nobody was ticked, so nothing was made.")
            return self._ask(ListForm(initial={"names": request.POST.get("names", "")}))
        try:
            made = members.enrol(self.reporter_class, wanted, by=self.by)
        except members.MadeAlready:
            messages.warning(request, MADE_ALREADY)
            return redirect(self.back)
        return self.hand_out(made)


def _ticked(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and usernames of the rows with a tick; each name is read once more."""
    rows = [
        (request.POST.get(f"name-{number}", ""), request.POST.get(f"username-{number}", ""))
        for number in request.POST.getlist("make")[: lists.MOST]
    ]
    return [
        (reading.names[0].name, username)
        for name, username in rows
        if len((reading := lists.pasted(name)).names) == 1
    ]
