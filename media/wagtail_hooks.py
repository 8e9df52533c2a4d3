"""What the media layer adds to the Wagtail admin, and a way to a file that it closes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from media.admin.boundary import ItemPolicy
from media.admin.files import FilesViewSet
from media.door import nothing
from media.evidence.views import EnterView
from media.models import Item

# Before any viewset asks for a policy, because the first answer is kept.
register_permission_policy(Item, ItemPolicy(Item))


@hooks.register("before_serve_document")
def no_second_door(document: Any, request: HttpRequest) -> HttpResponse:
    """Wagtail's own document view knows nothing of stories; its answer is the door's "no"."""
    return nothing(request)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    return [FilesViewSet()]


@hooks.register("register_admin_urls")
def evidence_urls() -> list[URLPattern]:
    """The address in the square on a printed form."""
    return [path("evidence/<int:pk>/<slug:number>/", EnterView.as_view(), name="evidence_enter")]


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What people do to a file, in words for staff; the log is kept by ref, not by name."""
    actions.register_action("media.hide_areas", "Hide faces", "Changed what is hidden in it")
    actions.register_action("media.set_focal_point", "Keep in sight", "Set what stays in sight")
    actions.register_action("media.hold_back", "Hold back", "Changed what is held back in it")
    actions.register_action("media.look", "Looked at a file", "Looked at it")
    actions.register_action("media.look_original", "Opened an original", "Opened the original")
    actions.register_action("media.stop", "Stop the work on a file", "Stopped the work on it")
    actions.register_action("media.retry", "Try a file again", "Tried it again")
