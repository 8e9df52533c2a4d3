"""Who else may look at a draft: schools that read it, classes that propose an order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from archive.curating.making import draft_of
from archive.curating.room import CuratorsRoom, OneShowcase, readable
from archive.models import ShowcaseOpening, ShowcasePage, ShowcaseShare
from archive.permissions import shared_with
from families.models import ReporterClass, School

FORMS = {"": ("slides", "As slides"), "slides": ("", "As a page")}
"""How it is shown, and the other way to show it."""


class WithWhomForm(forms.Form):
    """Schools other than its own, and classes of its own."""

    schools = forms.ModelMultipleChoiceField(
        School.objects.none(),
        required=False,
        label="Schools whose teachers may read the draft",
        help_text="They read it and see its slides. They change nothing.",
        widget=forms.CheckboxSelectMultiple,
    )
    classes = forms.ModelMultipleChoiceField(
        ReporterClass.objects.none(),
        required=False,
        label="Classes whose students may propose an order and captions",
        help_text="They find it at their desk. You say what becomes of each proposal.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, showcase: ShowcasePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        schools, classes = self.fields["schools"], self.fields["classes"]
        schools.queryset = School.objects.exclude(pk=showcase.school_id).order_by("name")  # type: ignore[attr-defined]
        classes.queryset = ReporterClass.objects.filter(  # type: ignore[attr-defined]
            school=showcase.school_id
        ).order_by("name")


class SharingView(OneShowcase):
    """Say with whom. It counts at once, whatever becomes of the draft."""

    template_name = "archive/admin/sharing.html"
    page_title = "Share before it is public"
    form: WithWhomForm | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = {
            "schools": self.showcase.shares.values_list("school", flat=True),
            "classes": self.showcase.openings.values_list("reporter_class", flat=True),
        }
        form = self.form or WithWhomForm(showcase=self.showcase, initial=now)
        return super().get_context_data(**kwargs) | {"form": form}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.form = WithWhomForm(request.POST, showcase=self.showcase)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        share(self.showcase, **self.form.cleaned_data)
        messages.success(request, "Saved. It counts from now on.")
        return redirect("showcase_sharing", pk)


@transaction.atomic
def share(showcase: ShowcasePage, *, schools: Any, classes: Any) -> None:
    """Let exactly these schools read it, and exactly these classes propose."""
    showcase.shares.exclude(school__in=schools).delete()
    showcase.openings.exclude(reporter_class__in=classes).delete()
    ShowcaseShare.objects.bulk_create(
        (ShowcaseShare(showcase=showcase, school=school) for school in schools),
        ignore_conflicts=True,
    )
    ShowcaseOpening.objects.bulk_create(
        (ShowcaseOpening(showcase=showcase, reporter_class=one) for one in classes),
        ignore_conflicts=True,
    )


class SharedView(CuratorsRoom):
    """What other schools share with this one."""

    template_name = "archive/admin/shared.html"
    page_title = "Showcases shared with us"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = shared_with(self.user).select_related("school").order_by("draft_title", "pk")
        return super().get_context_data(**kwargs) | {"showcases": found}


class ReadView(CuratorsRoom):
    """The draft as a page or as slides, for those who may read it. Nothing can be changed here."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = draft_of(readable(self.user, pk))
        mode = "slides" if request.GET.get("as") == "slides" else ""
        other, text = FORMS[mode]
        address = reverse("showcase_read", args=[pk])
        link = {"url": f"{address}?as={other}" if other else address, "text": text}
        answer: HttpResponse = page.make_preview_request(
            request, mode, extra_request_attrs={"shared_draft": link}
        )
        return answer
