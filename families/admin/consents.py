"""One person's consent: what stands now, how it came about, and a form to add an answer."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from families import consent, guardians, memories, naming
from families.admin.boundary import signed_in
from families.admin.standing import asked_now, heard_back, standings, timeline
from families.models import Consent, Person, User
from families.models.consents import BEFORE, Decision, Giver, Method, Scope


class AnswerForm(forms.Form):
    """What one giver answered, use by use. Nothing is ticked before they say it (OHS)."""

    about = forms.ChoiceField(
        label="What did they answer about?",
        required=False,
        help_text="Choose one memory when they have heard it back.",
    )
    giver = forms.ChoiceField(label="Who answered?", widget=forms.RadioSelect)
    giver_name = forms.CharField(label="Their full name", max_length=120)
    method = forms.ChoiceField(
        label="How did they answer?", widget=forms.RadioSelect, choices=Method.choices
    )
    given_on = forms.DateField(
        label="When did they answer?",
        required=False,
        widget=AdminDateInput,
        help_text="Leave this empty for today.",
    )

    shown_as = forms.CharField(
        label="The name they chose",
        max_length=60,
        required=False,
        help_text="If they want another name than now. For a child: no surname.",
    )

    def __init__(self, *args: Any, person: Person, titles: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["giver"].choices = _givers(person)  # type: ignore[attr-defined]
        everything = ("", "All their memories")
        self.fields["about"].choices = [everything, *titles.items()]  # type: ignore[attr-defined]
        for scope, question in asked_now().items():
            self.fields[scope] = forms.ChoiceField(
                label=question,
                required=False,
                widget=forms.RadioSelect,
                choices=Decision.choices,
            )

    def clean_given_on(self) -> Any:
        day = self.cleaned_data["given_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("That day is still to come.")
        return day

    def clean_shown_as(self) -> str:
        name: str = self.cleaned_data["shown_as"]
        try:
            naming.check(self.person, name)
        except forms.ValidationError as problem:
            raise forms.ValidationError(problem.messages) from problem
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("shown_as") and cleaned.get(Scope.NAME) != Decision.YES:
            self.add_error("shown_as", "A name goes with a yes to the question about their name.")
        if not self.errors and not any(cleaned.get(scope) for scope in Scope.values):
            raise forms.ValidationError("Say what they answered to at least one question.")
        return cleaned

    @property
    def before(self) -> list[forms.BoundField]:
        """Asked before anything is gathered."""
        return [self[scope] for scope in BEFORE if scope in self.fields]

    @property
    def after(self) -> list[forms.BoundField]:
        """Asked when a memory has been heard back."""
        scopes = [scope for scope in Scope if scope not in BEFORE and scope in self.fields]
        return [*(self[scope] for scope in scopes), self["shown_as"]]

    @property
    def circumstances(self) -> list[forms.BoundField]:
        return [self[name] for name in ("about", "giver", "giver_name", "method", "given_on")]

    @transaction.atomic
    def record(self, *, by: User) -> list[Consent]:
        """Add one row for each use that was answered."""
        said = self.cleaned_data
        given_by = self._giver(by)
        return [
            consent.record(
                person=self.person,
                scope=Scope(scope),
                decision=Decision(said[scope]),
                given_by=given_by,
                method=Method(said["method"]),
                given_at=_moment(said["given_on"]),
                story_ref=said["about"],
                shown_as=said["shown_as"] if scope == Scope.NAME else "",
                by=by,
            )
            for scope in Scope.values
            if said.get(scope)
        ]

    def _giver(self, by: User) -> Person:
        if self.cleaned_data["giver"] == Giver.SELF:
            return self.person
        return guardians.named(self.person, self.cleaned_data["giver_name"], by=by)


def _givers(person: Person) -> list[tuple[str, str]]:
    """A grown-up answers alone; for a child somebody answers too."""
    everybody = [(Giver.SELF.value, f"{person.name}, in person")]
    if person.is_child:
        everybody.append((Giver.GUARDIAN.value, "A parent or guardian"))
    return everybody


def _moment(day: Any) -> datetime | None:
    """Noon of an earlier day; None, which means now, for today."""
    if not day or day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))


class ConsentsView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Rows are only ever added: the page has no way to change what was agreed."""

    model: Any = None
    template_name = "families/admin/consents.html"
    form_class = AnswerForm
    page_title = "Consent"
    header_icon = "check"
    index_url_name: str | None = None
    edit_url_name: str | None = None

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(Person, pk=kwargs["pk"])
        self.titles = memories.of(self.person, seen_by=signed_in(request))

    def get_initial(self) -> dict[str, Any]:
        """Whom and what a link asked about; never an answer."""
        asked = self.request.GET
        return {"about": asked.get("story", ""), "giver": asked.get("giver", "")}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"person": self.person, "titles": self.titles}

    def get_success_url(self) -> str:
        """Back to where somebody saw that this answer was missing, or else to what stands now."""
        return self.back() or reverse("people:consents", args=[self.person.pk])

    def back(self) -> str:
        """The page that led here, as the address says; "" for none, or for one of others."""
        wanted: str = self.request.GET.get("back", "")
        is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
        return wanted if is_ours else ""

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        recorded = form.record(by=signed_in(self.request))
        messages.success(self.request, _what_happened(recorded))
        return super().form_valid(form)

    def get_page_subtitle(self) -> str:
        return self.person.public_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("people:index"), "label": "People"},
            {"url": reverse("people:edit", args=[self.person.pk]), "label": str(self.person)},
            {"url": "", "label": "Consent"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "person": self.person,
            "back": self.back(),
            "standings": standings(self.person),
            "heard": heard_back(self.person, self.titles),
            "history": timeline(Consent.objects.filter(person=self.person)),
            "titles": self.titles,
            "media": context["form"].media,
        }


def _what_happened(recorded: list[Consent]) -> str:
    if all(answer.decision == Decision.YES for answer in recorded):
        return "Recorded. Thank you."
    return "Recorded. Everything that rested on the old answer has come down."
