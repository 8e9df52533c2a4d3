"""What students propose, beside the draft, for the teacher who decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin import messages

from archive.curating.room import OneShowcase
from archive.models import Proposal
from archive.proposing import verbs


class AnswerForm(forms.Form):
    """A word to the student, with a yes as with a thank-you."""

    answer = forms.CharField(
        label="A word to them",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What is good about it, and what you did with it. They read it at their desk.",
        error_messages={"required": "Write them a line. They worked on it."},
    )


class ProposalsView(OneShowcase):
    """All that were sent; those that wait first."""

    template_name = "archive/admin/proposals.html"
    page_title = "Proposals"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sent = Proposal.objects.filter(showcase=self.showcase).exclude(state="begun")
        rows = list(sent.select_related("proposed_by"))
        return super().get_context_data(**kwargs) | {
            "waiting": [row for row in rows if row.is_open],
            "answered": [row for row in rows if not row.is_open],
        }


class ProposalView(OneShowcase):
    """One of them, beside the draft."""

    template_name = "archive/admin/proposal.html"
    page_title = "Proposal"
    form: AnswerForm | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        sent = Proposal.objects.filter(showcase=self.showcase).exclude(state="begun")
        self.proposal = get_object_or_404(
            sent.select_related("proposed_by", "showcase"), pk=kwargs["proposal"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        drafted = verbs.as_drafted(self.showcase)
        return super().get_context_data(**kwargs) | {
            "proposal": self.proposal,
            "drafted": drafted,
            "proposed": verbs.as_proposed(self.showcase, self.proposal),
            "form": self.form or AnswerForm(),
        }

    def post(self, request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
        verb = {"take": verbs.take, "thank": verbs.thank}.get(request.POST.get("do", ""))
        if verb is None:
            raise Http404
        self.form = AnswerForm(request.POST)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        try:
            verb(self.proposal, by=self.user, answer=self.form.cleaned_data["answer"])
        except verbs.Overtaken:
            messages.error(request, "It was answered or changed a moment ago. Look at it again.")
            return redirect("showcase_proposals", pk)
        if verb is verbs.take:
            edit = messages.button(reverse("wagtailadmin_pages:edit", args=[pk]), "Edit the draft")
            messages.success(request, "It is in the draft now. Nothing is public by it.", [edit])
        else:
            messages.success(request, "They read your words at their desk.")
        return redirect("showcase_proposals", pk)
