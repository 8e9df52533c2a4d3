"""What happens to students who are in a class: each a page that asks, and a verb."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from families.admin.classes.room import ClassPage, chosen
from families.classes import lists, members
from families.models import ReporterClass, User


class ChangePage(ClassPage):
    """Asks first, with everybody's name, and does it when the button is pressed."""

    template_name = "families/admin/classes/change.html"
    explanation: ClassVar[str] = ""
    button: ClassVar[str] = ""
    of_those_who: ClassVar[dict[str, Any]] = {"is_active": True}

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        sent = request.POST if request.method == "POST" else request.GET
        self.pks = sent.getlist("student")

    @property
    def chosen(self) -> list[User]:
        return chosen(self.students.filter(**self.of_those_who), self.pks)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "students": self.chosen,
            "explanation": self.explanation,
            "button": self.button,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        students = self.chosen
        if not students:
            messages.error(request, "Tick somebody first. Nothing was changed.")
            return redirect(self.back)
        return self.do(students)

    def do(self, students: list[User]) -> HttpResponse:
        raise NotImplementedError


class NewCardsPage(ChangePage):
    """A forgotten password, or a lost card."""

    page_title = "New cards"
    button = "Make new cards"
    explanation = (
        "They get three new words. The old words stop working, "
        "and whoever is signed in with them is signed out."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        too_many = len(context["students"]) > lists.MOST
        return context | {"moment": members.moment_of(context["students"]), "too_many": too_many}

    @sensitive_variables("made")
    def do(self, students: list[User]) -> HttpResponse:
        if len(students) > lists.MOST:
            messages.error(self.request, f"At most {lists.MOST} cards at a time.")
            return redirect(self.back)
        try:
            moment = self.request.POST.get("moment", "")
            made = members.new_cards(students, moment=moment, by=self.by)
        except members.MadeAlready:
            messages.warning(
                self.request,
                "New cards were made meanwhile, and these are the ones that work. "
                "If you do not have them, tick the students again.",
            )
            return redirect(self.back)
        return self.hand_out(made)


class WhereToForm(forms.Form):
    to = forms.ModelChoiceField(
        label="Which class do they go to?",
        queryset=ReporterClass.objects.none(),
        empty_label="Choose a class",
        error_messages={"required": "Choose a class."},
    )

    def __init__(self, *args: Any, leaving: ReporterClass, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = ReporterClass.objects.filter(school=leaving.school_id).exclude(pk=leaving.pk)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]


class MovePage(ChangePage):
    page_title = "Move to another class"
    button = "Move them"
    explanation = "Their memories stay theirs, and stay with the class they were written in."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", WhereToForm(leaving=self.reporter_class))
        return super().get_context_data(**kwargs)

    def do(self, students: list[User]) -> HttpResponse:
        form = WhereToForm(self.request.POST, leaving=self.reporter_class)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        to = form.cleaned_data["to"]
        members.move(students, to=to, by=self.by)
        messages.success(self.request, f"{_named(students)}: now in {to.name}.")
        return redirect(self.back)


class LeavePage(ChangePage):
    page_title = "They have left"
    button = "Yes, they have left"
    explanation = (
        "They can no longer sign in, and are signed out now. Their memories stay theirs. "
        "What they agreed to runs out after a month, unless they agree again. "
        "You can bring them back."
    )

    def do(self, students: list[User]) -> HttpResponse:
        members.leave(students, by=self.by)
        messages.success(self.request, f"{_named(students)}: their accounts are closed.")
        return redirect(self.back)


class ComeBackPage(ChangePage):
    page_title = "They are back"
    button = "Yes, they are back"
    explanation = "They can sign in again, with a new card. You make it on the next page."
    of_those_who: ClassVar[dict[str, Any]] = {"is_active": False}

    def do(self, students: list[User]) -> HttpResponse:
        members.come_back(students, by=self.by)
        messages.success(self.request, f"{_named(students)}: welcome back.")
        cards = reverse("classes:cards", args=[self.reporter_class.pk])
        query = urlencode({"student": [student.pk for student in students]}, doseq=True)
        return redirect(f"{cards}?{query}")


def _named(students: list[User]) -> str:
    return ", ".join(student.display_name for student in students)
