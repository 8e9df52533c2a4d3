"""Two pages on which anybody can tell the safeguarding lead something, signed in or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from stories.models import Worry
from stories.worries import letters
from stories.worries.forms import TakedownForm, WorryForm
from stories.worries.limits import may_send
from stories.worries.raising import raise_worry

OFTEN = _(
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


@require_safe
def takedown_status(request: HttpRequest, ref: str) -> HttpResponse:
    """How far a request is: received, being looked at, decided. Nothing else is said."""
    asked = get_object_or_404(Worry, ref=ref, kind=Worry.Kind.TAKEDOWN)
    return render(request, "stories/worries/takedown_status.html", {"asked": asked})


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
    raised = raise_worry(form.save(commit=False), by=request.user)
    if kind == Worry.Kind.TAKEDOWN:
        letters.acknowledge(raised)
        context |= {"ref": raised.ref}
    return render(request, "stories/worries/thanks.html", context)
