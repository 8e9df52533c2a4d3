"""Two pages on which anybody can tell the safeguarding lead something, signed in or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stories.models import Worry
from stories.worries.forms import TakedownForm, WorryForm
from stories.worries.limits import may_send
from stories.worries.raising import raise_worry

OFTEN = (
    "We have had a lot of messages from where you are. Yours is still here below. "
    "Please wait a while and send it again, or tell a teacher now."
)


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: HttpRequest) -> HttpResponse:
    """Somebody is worried about something here."""
    return _ask(request, WorryForm, Worry.Kind.WORRY)


@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest) -> HttpResponse:
    """Somebody asks for something to be taken down."""
    return _ask(request, TakedownForm, Worry.Kind.TAKEDOWN)


def _ask(request: HttpRequest, form_class: type[WorryForm], kind: Worry.Kind) -> HttpResponse:
    about = request.GET.get("about", "")[:300]
    data = request.POST if request.method == "POST" else None
    form = form_class(data, initial={"about": about}, instance=Worry(kind=kind))
    context = {"form": form, "kind": kind.value}
    if request.method != "POST":
        return render(request, "stories/worries/form.html", context)
    if not form.is_valid():
        return render(request, "stories/worries/form.html", context, status=422)
    if not may_send(request):
        context["problem"] = OFTEN
        return render(request, "stories/worries/form.html", context, status=429)
    raise_worry(form.save(commit=False), by=request.user)
    return render(request, "stories/worries/thanks.html", context)
