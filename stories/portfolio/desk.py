"""The reporter's own page at the desk. Nobody else reads it unless they say so."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Portfolio
from stories.portfolio import sheet, work


class PortfolioForm(forms.ModelForm[Portfolio]):
    """The reporter's own words about each skill, and whether teachers may read the page."""

    class Meta:
        model = Portfolio
        fields = [*(skill.key for skill in work.SKILLS), "teachers_may_read"]
        labels = {
            **{skill.key: skill.title for skill in work.SKILLS},
            "teachers_may_read": gettext_lazy("My teachers may read this page"),
        }
        help_texts = {skill.key: skill.prompt for skill in work.SKILLS}
        widgets = {skill.key: forms.Textarea(attrs={"rows": 3}) for skill in work.SKILLS}


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def portfolio(request: DeskRequest) -> HttpResponse:
    """What they made, what it shows, and their own words about it."""
    own = _own(request)
    form = PortfolioForm(request.POST or None, instance=own)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Safe at school."))
        return redirect("desk_portfolio")
    stories = work.published_by(request.user)
    context = {
        "form": form,
        "stories": stories,
        "learned": [(one, form[one.skill.key]) for one in work.learned(own, stories)],
        "desk_here": "portfolio",
    }
    return render(request, "stories/portfolio/desk.html", context)


@require_safe
@at_the_desk
def printed(request: DeskRequest) -> HttpResponse:
    """The same as a PDF, which they may hand in."""
    own = _own(request)
    return as_file(sheet.pdf(own, reader=request.user, link=request.build_absolute_uri))


def as_file(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="portfolio.pdf"'
    return answer


def _own(request: DeskRequest) -> Portfolio:
    """Theirs, or an empty one that is stored when they first write in it."""
    kept = Portfolio.objects.filter(user=request.user).first()
    return kept or Portfolio(user=request.user)
