"""What is new, how to hear of it, and the two links of our letters."""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from stories.contribute.doors import DeskRequest, at_the_desk
from stories.news import choosing, links, reading, words

MOST = 50
"""Lines of the list."""


@require_safe
@at_the_desk
def news(request: DeskRequest) -> HttpResponse:
    """Everything that is new, the newest first; looking at it is enough."""
    items = list(reading.of(request.user)[:MOST])
    context = {"lines": words.lines(items, request), "desk_here": "memories"}
    response = render(request, "stories/news/news.html", context)
    reading.look_at(items, request)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def choices(request: DeskRequest) -> HttpResponse:
    """How shall we tell you?"""
    form = choosing.form_for(request.user, request.POST if request.method == "POST" else None)
    is_offered = choosing.is_offered()
    if is_offered and form.is_valid() and choosing.choose(request.user, form, request):
        messages.success(request, _("We will do as you said."))
        return redirect("desk_news_choices")
    context = {
        "form": form,
        "is_offered": is_offered,
        "chosen": choosing.chosen_by(request.user),
        "desk_here": "memories",
    }
    status = 422 if form.errors else 200
    return render(request, "stories/news/choices.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def yes(request: HttpRequest, token: str) -> HttpResponse:
    """One button, because mail programs open links by themselves."""
    if request.method == "POST" and choosing.confirm(token):
        return render(request, "stories/news/yes.html", {"is_done": True})
    if not choosing.is_asked(token):
        raise Http404
    return render(request, "stories/news/yes.html", {"is_done": False})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One button; a mail program may press it by itself, and has no session (RFC 8058)."""
    try:
        if request.method == "POST":
            choosing.stop(token)
        else:
            links.meant(token, links.STOP)
    except signing.BadSignature as error:
        raise Http404 from error
    return render(request, "stories/news/stop.html", {"is_done": request.method == "POST"})
