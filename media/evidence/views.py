"""The page behind the square on a printed form, where its answers are typed in."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families.admin.boundary import SEEING, SchoolPolicy, signed_in
from families.giving import memories, paper_form
from families.models import Person
from media.evidence import keeping
from media.evidence.forms import EntryForm
from media.models.evidence import ConsentEvidence
from media.refusals import Refused


class EnterView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """For teachers and leads of the person's school; for everybody else there is nothing here."""

    template_name = "media/evidence/enter.html"
    form_class = EntryForm
    page_title = "Type in a signed form"
    header_icon = "doc-full"

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        people = SchoolPolicy(Person).instances_user_has_any_permission_for(request.user, SEEING)
        person = get_object_or_404(people, pk=kwargs["pk"])
        paper = paper_form.read(kwargs["number"], person)
        if paper is None:
            raise Http404
        self.paper = paper

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"paper": self.paper}

    def form_valid(self, form: EntryForm) -> HttpResponse:
        by = signed_in(self.request)
        try:
            items = keeping.take_in(form.cleaned_data["photos"], by=by)
        except Refused as refused:
            form.add_error("photos", refused.sentence)
            return self.form_invalid(form)
        try:
            keeping.keep(
                self.paper,
                form.answers,
                items,
                signed_at=form.signed_at,
                shown_as=form.shown_as,
                by=by,
            )
        except BaseException:
            keeping.give_up(items)
            raise
        messages.success(self.request, "Recorded, with the paper behind it. Thank you.")
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("people:consents", args=[self.paper.person.pk])

    def get_page_subtitle(self) -> str:
        return self.paper.person.public_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        person = self.paper.person
        return [
            *self.breadcrumbs_items,
            {"url": reverse("people:index"), "label": "People"},
            {"url": reverse("people:consents", args=[person.pk]), "label": str(person)},
            {"url": "", "label": "Type in a signed form"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        ref, number = self.paper.story_ref, self.paper.number
        return context | {
            "paper": self.paper,
            "title": memories.titles([ref]).get(ref, "") if ref else "",
            "before": ConsentEvidence.objects.filter(form_number=number).first(),
            "media": context["form"].media,
        }
