"""Every public picture in which a child is shown, once a year: the consent, and who has looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import log

from families import consent
from families.admin.boundary import signed_in
from families.admin.people import consents_url
from families.models import Consent, Person
from families.models.consents import Giver, Scope
from families.reports import report
from families.reports.filters import ClassFilter, DaysFilter, ReportFilterSet
from families.reports.report import DayColumn, SchoolReport
from media.formats import Kind
from stories.models import Story, StoryPart, StoryPerson, YearlyLook
from stories.models.yearly import school_year
from stories.querysets import StoryQuerySet

SEEN_IN = (Kind.IMAGE, Kind.VIDEO)
"""Kinds of items in which somebody can be seen."""

NEEDED = (Scope.WEB, Scope.FACE)
"""What a child and a parent or guardian say yes to before a picture of the child is public."""

NOT_YET = "Not yet this year"


@dataclass(frozen=True)
class ShownChild:
    """One child in one public picture or film."""

    story: Story
    part: StoryPart
    child: Person
    look: YearlyLook | None

    @property
    def name(self) -> str:
        return self.child.public_name

    @property
    def memory(self) -> str:
        return str(self.story)

    @property
    def picture(self) -> str:
        return self.part.caption or self.part.description

    @property
    def kind(self) -> str:
        return "film" if self.part.item and self.part.item.kind == Kind.VIDEO else "picture"

    @property
    def allowed_by(self) -> str:
        """Each yes that it rests on, with who said it and when."""
        said = [
            f"{scope.label}: {Giver(answer.giver).label}, {_day(answer)}"
            for scope in NEEDED
            for answer in consent.counting(self.child, scope, self.story.ref)
        ]
        return "; ".join(said)

    @property
    def asked_again(self) -> date | None:
        """By which day the first of these yeses has to be asked again."""
        ends = [
            last
            for scope in NEEDED
            for giver in Giver
            if (last := consent.runs_out_on(self.child, scope, giver, self.story.ref))
        ]
        return min(ends, default=None)

    @property
    def looked_at(self) -> str:
        if self.look is None:
            return NOT_YET
        who = self.look.by or "somebody who has left"
        return f"{timezone.localdate(self.look.at):%-d %B %Y}, by {who}"

    @property
    def consents_url(self) -> str:
        return consents_url(self.child)


def _day(answer: Consent) -> str:
    return f"{timezone.localdate(answer.given_at):%-d %B %Y}"


class PictureColumn(Column):
    """The picture itself, small, and what stands below it."""

    cell_template_name = "stories/reports/_picture.html"


class LookColumn(Column):
    """Who looked this year, or the button that says that somebody has."""

    cell_template_name = "stories/reports/_look.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"row": instance, "request": parent_context["request"]}


class ChildrenFilterSet(ReportFilterSet):
    reporter_class = ClassFilter()
    days = DaysFilter(field_name="first_published_at")
    looked = django_filters.ChoiceFilter(
        label="Looked at this year",
        choices=[("yes", "Yes"), ("no", NOT_YET)],
        method="read_by_the_report",
    )

    class Meta:
        model = Story
        fields: list[str] = []


class ChildrenReport(SchoolReport):
    about = (
        "Every public picture and film of your school in which a child is shown, for the yearly "
        "look. A school year begins in September. Look at each picture: is it still right that "
        "everybody sees it? The days of the filter are those on which it became public."
    )
    name = "children-shown"
    page_title = "Children in public pictures"
    header_icon = "image"
    model = Story
    filterset_class = ChildrenFilterSet
    columns = [
        PictureColumn("picture", label="Picture"),
        Column("name", label="Child"),
        Column("memory", label="Memory"),
        Column("allowed_by", label="Allowed by"),
        DayColumn("asked_again", label="Asked again by"),
        LookColumn("looked_at", label="Looked at"),
    ]

    def get_base_queryset(self) -> StoryQuerySet:
        return Story.objects.public().of_school(self.reader.school_id).order_by("title", "pk")

    def rows(self, found: StoryQuerySet) -> Iterator[ShownChild]:
        looked = self.asked("looked")
        for shown in shown_in(found):
            if looked is None or (shown.look is not None) == (looked == "yes"):
                yield shown


def shown_in(stories: StoryQuerySet) -> Iterator[ShownChild]:
    """Each child in each picture of these memories, in nine queries, however many there are."""
    children = StoryPerson.objects.filter(role=StoryPerson.Role.SHOWN, person__is_child=True)
    seen = children.select_related("person").prefetch_related("person__consents")
    parts = StoryPart.objects.filter(item__kind__in=[kind.value for kind in SEEN_IN])
    looks = YearlyLook.objects.filter(year=school_year()).select_related("by")
    whole = stories.filter(people__in=children).distinct()
    for story in whole.prefetch_related(
        Prefetch("people", seen, to_attr="shown_children"),
        Prefetch("parts", parts.select_related("item").prefetch_related("item__derivatives"),
                 to_attr="pictures"),
        Prefetch("looked_at", looks, to_attr="looks"),
    ):  # fmt: skip
        yield from _in_one(story)


def _in_one(story: Any) -> Iterator[ShownChild]:
    looks = {look.item_id: look for look in story.looks}
    for part in story.pictures:
        for appearance in story.shown_children:
            yield ShownChild(story, part, appearance.person, looks.get(part.item_id))


@require_POST
def looked(request: HttpRequest) -> HttpResponse:
    """Note that somebody looked at one public picture this year. Pressing twice notes it once."""
    user = signed_in(request)
    if not report.may_read(user):
        raise Http404
    public = Story.objects.public().of_school(user.school_id)
    story = get_object_or_404(public, ref=request.POST.get("story", ""))
    shown = shown_in(public.filter(pk=story.pk))
    wanted = request.POST.get("item", "")
    item = next((s.part.item for s in shown if s.part.item and s.part.item.ref == wanted), None)
    if item is None:
        raise Http404
    _, is_new = YearlyLook.objects.get_or_create(
        story=story, item=item, year=school_year(), defaults={"by": user}
    )
    if is_new:
        log(instance=story, action="stories.yearly_check", user=user)
    messages.success(request, "Noted. Thank you for looking.")
    return redirect(reverse(ChildrenReport.name))


def urlpatterns() -> Iterable[URLPattern]:
    tick = path("reports/children-shown/looked/", require_admin_access(looked), name="looked")
    return [*report.urlpatterns(ChildrenReport), tick]
