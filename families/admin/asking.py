"""Asking somebody for their consent: by a link, a card, a paper form, or on this very device."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families import guardians, invitations, look, qr
from families.admin.boundary import signed_in
from families.codes import for_reading
from families.giving import memories, paper_form
from families.giving.handing_over import lend
from families.giving.memories import Memory
from families.models import Invitation, Person, User
from families.models.consents import Giver
from families.printed import sheet

SELF, NEW = "self", "new"
TAKING_PART = "Taking part at all: before anything is gathered"


class AskForm(forms.Form):
    """Who is asked, and about what."""

    giver = forms.ChoiceField(label="Who is asked?", widget=forms.RadioSelect)
    guardian_name = forms.CharField(
        label="The full name of the other parent or guardian", max_length=120, required=False
    )
    story = forms.ChoiceField(label="About what?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, person: Person, wanted: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["giver"].choices = _givers(person)  # type: ignore[attr-defined]
        self.fields["story"].choices = _stories(person, wanted)  # type: ignore[attr-defined]
        if not person.is_child:
            del self.fields["guardian_name"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("giver") == NEW and not said.get("guardian_name", "").strip():
            raise forms.ValidationError({"guardian_name": "Type their full name."})
        return said

    def asked(self, *, by: User) -> tuple[Person, Memory | None]:
        """Who is asked, and the memory that they hear back; raises ``ValidationError``."""
        giver = self._giver(by)
        ref = self.cleaned_data["story"]
        memory = memories.find(self.person, ref, giver=giver)
        if ref and memory is None:
            raise forms.ValidationError(
                "A guardian is asked about a memory once it is handed in, "
                "and only about one that goes further than to its teachers."
            )
        return giver, memory

    def _giver(self, by: User) -> Person:
        chosen = self.cleaned_data["giver"]
        if chosen == NEW:
            return guardians.named(self.person, self.cleaned_data["guardian_name"], by=by)
        if chosen == SELF:
            return self.person
        return self.person.guardians.get(pk=int(chosen))


def _givers(person: Person) -> list[tuple[str, str]]:
    """A grown-up is asked alone; for a child the child, and each parent or guardian."""
    everybody = [(SELF, f"{person.name}, in person")]
    if person.is_child:
        known = person.guardians.order_by("name")
        everybody += [(str(g.pk), f"{g.name}, parent or guardian") for g in known]
        everybody.append((NEW, "Another parent or guardian"))
    return everybody


def _stories(person: Person, wanted: str) -> list[tuple[str, str]]:
    """Taking part, and the memories of this person; the one that was asked for is one of them."""
    found = {memory.ref: memory.title for memory in memories.of(person, giver=person)}
    memory = memories.find(person, wanted, giver=person)
    if memory is not None:
        found[memory.ref] = memory.title
    return [("", TAKING_PART), *((ref, f"The memory “{title}”") for ref, title in found.items())]


class AskView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Four ways to ask. The code of an invitation is on this screen or card, and nowhere else."""

    model: Any = None
    template_name = "families/admin/ask.html"
    form_class = AskForm
    page_title = "Ask for consent"
    header_icon = "mail"
    index_url_name: str | None = None
    edit_url_name: str | None = None

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(Person, pk=kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        wanted = self.request.GET.get("story", "")
        return super().get_form_kwargs() | {"person": self.person, "wanted": wanted}

    def get_initial(self) -> dict[str, Any]:
        is_guardian = self.request.GET.get("giver") == Giver.GUARDIAN
        only = list(self.person.guardians.all()) if is_guardian else []
        giver = str(only[0].pk) if len(only) == 1 else "" if is_guardian else SELF
        return {"story": self.request.GET.get("story", ""), "giver": giver}

    def form_valid(self, form: AskForm) -> HttpResponse:
        do = WAYS.get(self.request.POST.get("do", ""))
        if do is None:
            return self.form_invalid(form)
        try:
            giver, memory = form.asked(by=signed_in(self.request))
        except forms.ValidationError as problem:
            form.add_error("story", problem)
            return self.form_invalid(form)
        return do(self, giver, memory)

    def get_page_subtitle(self) -> str:
        return self.person.public_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("people:index"), "label": "People"},
            {"url": reverse("people:consents", args=[self.person.pk]), "label": str(self.person)},
            {"url": "", "label": "Ask for consent"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"person": self.person}

    def link(self, giver: Person, memory: Memory | None) -> HttpResponse:
        """Show the link, the square and the code, this once."""
        invitation, code = self._invitation(giver, memory)
        address = self._address(code)
        drawn = base64.b64encode(qr.svg(address)).decode()
        shown = {
            "giver": giver,
            "memory": memory,
            "invitation": invitation,
            "address": address,
            "code": for_reading(code),
            "square": f"data:image/svg+xml;base64,{drawn}",
        }
        context = self.get_context_data(form=None) | shown
        return render(self.request, "families/admin/asked.html", context)

    def card(self, giver: Person, memory: Memory | None) -> HttpResponse:
        """The same as a card to print."""
        invitation, code = self._invitation(giver, memory)
        until = timezone.localtime(invitation.expires_at)
        told, crest = look.on_paper(self.person.school)
        data = told | {
            "name": giver.public_name,
            "child": self.person.public_name if giver != self.person else "",
            "title": memory.title if memory else "",
            "address": self.request.build_absolute_uri(reverse("agree")).split("//")[1],
            "code": for_reading(code),
            "until": f"{until.day} {until:%B %Y}",
        }
        square = {"qr.svg": qr.svg(self._address(code))}
        return _pdf(sheet.pdf("questions", data, square | crest), "card")

    def paper(self, giver: Person, memory: Memory | None) -> HttpResponse:
        """The form to sign."""
        form = paper_form.new(self.person, giver, memory)
        entry = self.request.build_absolute_uri(paper_form.entry_address(form))
        return _pdf(paper_form.printed(form, entry=entry), "form")

    def here(self, giver: Person, memory: Memory | None) -> HttpResponse:
        """Close the staff's room, and begin on this device."""
        back = reverse("people:consents", args=[self.person.pk])
        lend(self.request, person=self.person, giver=giver, memory=memory, back_to=back)
        return redirect("agree")

    def _invitation(self, giver: Person, memory: Memory | None) -> tuple[Invitation, str]:
        return invitations.make(
            by=signed_in(self.request),
            kind=Invitation.Kind.CONSENT,
            school=self.person.school,
            person=self.person,
            given_by=giver,
            story_ref=memory.ref if memory else "",
            for_whom=giver.public_name,
        )

    def _address(self, code: str) -> str:
        return self.request.build_absolute_uri(reverse("agree_code", args=[code]))


WAYS: dict[str, Callable[[AskView, Person, Memory | None], HttpResponse]] = {
    "link": AskView.link,
    "card": AskView.card,
    "paper": AskView.paper,
    "here": AskView.here,
}


def _pdf(content: bytes, called: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="consent-{called}.pdf"'
    return response
