"""Send me my things: asked for with one button, packed by a worker, fetched for a week."""

from __future__ import annotations

from typing import Any, cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from media import door
from media.offers import Offer
from stories import packing
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Parcel


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def my_things(request: DeskRequest) -> HttpResponse:
    """How far the parcel is; or the button that asks for one."""
    if request.method == "POST":
        packing.ask(request.user)
        return redirect("desk_my_things")
    parcel = Parcel.objects.filter(user=request.user).first()
    if parcel is not None and not Parcel.objects.current().filter(pk=parcel.pk).exists():
        context: dict[str, Any] = {"parcel": None, "failed": parcel.state == Parcel.State.FAILED}
    else:
        context = {"parcel": parcel, "failed": False}
    return render(request, "stories/desk/my_things.html", context | {"desk_here": "memories"})


@require_safe
@at_the_desk
def fetch(request: DeskRequest, token: str) -> HttpResponse:
    """The ZIP, for whoever asked for it alone. Kept in no cache."""
    mine = Parcel.objects.current().filter(user=request.user, state=Parcel.State.READY)
    parcel = mine.filter(token=token).first()
    if parcel is None:
        raise Http404
    offer = Offer(
        store=packing.store(),
        folder="parcels",
        name=parcel.file,
        content_type="application/zip",
        size=parcel.size,
        etag=parcel.sha256,
        is_public=False,
        download_as="my-things.zip",
        as_attachment=True,
    )
    return cast(HttpResponse, door.send(request, offer))
