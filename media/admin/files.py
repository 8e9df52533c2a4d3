"""The files of a school and how far each of them is, for its teachers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex, signed_in
from media import jobs
from media.models import Item, Job, Status


class FilesIndex(WithinTheBoundaryIndex, generic.IndexView):
    """Newest first, each with its sender, its original and its job in one query."""

    page_title = "Files"

    def get_base_queryset(self) -> QuerySet[Item]:
        rows: QuerySet[Item] = super().get_base_queryset()
        related = rows.select_related("uploaded_by", "original", "job")
        return related.order_by("-added_at", "-pk")


class ItemVerb(View):
    """One button: does its verb to one file, keeps a note of it, and goes back to the list."""

    model: Any = None
    action = ""
    done = ""
    too_late = "Nothing was done: this file is already somewhere else."
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The boundary has looked whether this person may do this to this file."""
        item = Item.objects.get(pk=pk)
        if self.verb(item):
            log(instance=item, action=self.action, user=signed_in(request))
            messages.success(request, f"“{item}”: {self.done}")
        else:
            messages.warning(request, self.too_late)
        return redirect(reverse("files:index"))

    def verb(self, item: Item) -> bool:
        """Do it; False if there was nothing to do."""
        raise NotImplementedError


class StopView(ItemVerb):
    """Stops the work on a file."""

    action, done = "media.stop", "we stopped the work on it."

    def verb(self, item: Item) -> bool:
        return jobs.stop(item, by_staff=True)


class AgainView(ItemVerb):
    """Sends a file that could not be used to the worker again."""

    action, done = "media.retry", "we try again."

    def verb(self, item: Item) -> bool:
        return jobs.retry(item)


class ButtonsColumn(Column):
    """The buttons that fit the state of the file."""

    cell_template_name = "media/admin/buttons_cell.html"

    def get_cell_context_data(self, item: Item, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(item, parent_context)
        context["item"] = item
        context["may_stop"] = jobs.may_be_stopped(item)
        context["may_retry"] = item.status == Status.REFUSED
        # A cell is not told the page's own token.
        context["csrf_token"] = get_token(parent_context["request"])
        return context


def job_of(item: Item) -> Job | None:
    """The job; an item that was put in by hand may have none."""
    return getattr(item, "job", None)


def state(item: Item) -> str:
    """How far it is; one that is in use and being made again says both."""
    said = item.get_status_display()
    if item.status == Status.WORKING and item.progress:
        return f"{said}, {item.progress} %"
    return f"{said}; being made again" if jobs.is_being_renewed(item) else said


def attempts(item: Item) -> int:
    """How many runs its job has had."""
    job = job_of(item)
    return job.attempts if job else 0


def reason(item: Item) -> str:
    """The code and what the sender was told; else what went wrong on our side."""
    if item.refusal_code:
        return f"{item.refusal_code}: {item.refusal}"
    job = job_of(item)
    return job.error if job else ""


def size(item: Item) -> str:
    """Of the original, for people."""
    return filesizeformat(item.original.size)


class FilesViewSet(WithinTheBoundary, ModelViewSet):
    """A list with two buttons. Nothing is added, changed or deleted here."""

    about = (
        "Every picture, sound, film and paper of your school, and whether it is ready. Where one "
        "is stuck, try again or stop it. Nothing is added or deleted here."
    )
    model = Item
    name = "files"
    icon = "doc-full"
    menu_label = "Files"
    menu_order = 240
    add_to_admin_menu = True
    closed = frozenset(
        {"add", "edit", "copy", "delete", "inspect", "history", "history_results", "usage"}
    )
    changing = frozenset({"stop", "again"})
    index_view_class = FilesIndex
    form_fields: ClassVar[list[str]] = ["filename"]
    list_filter = ("status", "kind")
    list_per_page = 50
    list_display = (
        Column("name", label="File", accessor=str),
        Column("who", label="Who", accessor="uploaded_by"),
        DateColumn("added_at", label="When", sort_key="added_at"),
        Column("kind", label="Kind", accessor=Item.get_kind_display, sort_key="kind"),
        Column("size", label="Size", accessor=size, sort_key="original__size"),
        Column("state", label="State", accessor=state, sort_key="status"),
        Column("attempts", label="Tries", accessor=attempts, sort_key="job__attempts"),
        Column("reason", label="What happened", accessor=reason),
        ButtonsColumn("buttons", label="What to do"),
    )
    search_fields = ("filename", "ref")
    search_backend_name = None

    def own_urlpatterns(self) -> list[URLPattern]:
        views: dict[str, Callable[..., Any]] = {
            "stop": self.construct_view(StopView),
            "again": self.construct_view(AgainView),
        }
        return [path(f"<int:pk>/{name}/", view, name=name) for name, view in views.items()]
