"""One contribution: a file that somebody added, under their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse

from media.formats import Kind
from media.models.states import KINDS, Status
from media.names import shown_name
from media.refs import LENGTH, new_ref
from media.refusals import WORTH_ANOTHER_TRY, sentence

if TYPE_CHECKING:
    from families.models import User
    from media.models.derivative import Derivative

SHOWN_FIRST = {
    Kind.IMAGE: "w960.jpg",
    Kind.AUDIO: "sound.m4a",
    Kind.VIDEO: "film.mp4",
    Kind.DOCUMENT: "paper.pdf",
}
"""The derivative that stands for the whole item."""

STILLS = {Kind.IMAGE: "w480.jpg", Kind.VIDEO: "poster.jpg", Kind.DOCUMENT: "cover.jpg"}
"""The derivative to show in a list; a sound has none."""


class ItemQuerySet(models.QuerySet["Item"]):
    """Items as the domain speaks of them."""

    def ready(self) -> ItemQuerySet:
        """Everything that can be shown to those who may see it."""
        return self.filter(status=Status.READY)

    def unfinished(self) -> ItemQuerySet:
        """Everything that a worker still has to finish."""
        return self.filter(status__in=Status.unfinished())

    def added_by(self, user: User) -> ItemQuerySet:
        """What this person added, newest first."""
        return self.filter(uploaded_by=user).order_by("-added_at", "-pk")


class Item(models.Model):
    """A picture, sound, film or paper; two people who send the same bytes have two items."""

    ref = models.CharField(max_length=LENGTH, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=8, choices=KINDS)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.WAITING)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent")
    refusal_code = models.CharField(max_length=20, blank=True)
    filename = models.CharField(
        max_length=255, blank=True, help_text="The name it came with; never used as a path"
    )
    original = models.ForeignKey(
        "media.OriginalFile", on_delete=models.PROTECT, related_name="items"
    )
    school = models.ForeignKey(
        "families.School", null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )
    width = models.PositiveIntegerField(null=True, blank=True, help_text="Pixels")
    height = models.PositiveIntegerField(null=True, blank=True, help_text="Pixels")
    duration = models.FloatField(null=True, blank=True, help_text="Seconds")
    pages = models.PositiveIntegerField(null=True, blank=True)
    placeholder = models.CharField(
        max_length=800, blank=True, help_text="A few pixels, as a data URI"
    )
    colour = models.CharField(max_length=7, blank=True, help_text="The main one, as #rrggbb")
    focal_x = models.FloatField(null=True, blank=True, help_text="Share of the width, 0 to 1")
    focal_y = models.FloatField(null=True, blank=True, help_text="Share of the height, 0 to 1")
    peaks = models.JSONField(default=list, blank=True, help_text="Loudness in time, 0 to 100")
    faces = models.JSONField(
        null=True,
        blank=True,
        help_text="Boxes where a computer sees a face, as shares of the picture; empty until it "
        "looked",
    )
    recipe = models.PositiveSmallIntegerField(
        default=0, help_text="The version of the recipe that made its derivatives"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in Kind]),
                name="media_item_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="media_item_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(progress__lte=100), name="media_item_progress_is_per_cent"
            ),
            models.CheckConstraint(
                condition=models.Q(status=Status.REFUSED) ^ models.Q(refusal_code=""),
                name="media_item_refused_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x=None, focal_y=None)
                | models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                name="media_item_focal_point_is_inside",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name or self.ref

    @property
    def shown_name(self) -> str:
        """The name it came with, as a screen may show it."""
        return shown_name(self.filename)

    @property
    def refusal(self) -> str:
        """Why the file cannot be used, in words for the person who sent it; "" if it can."""
        return sentence(self.refusal_code) if self.refusal_code else ""

    @property
    def is_ready(self) -> bool:
        """Whether its derivatives can be shown."""
        return self.status == Status.READY

    @property
    def is_unfinished(self) -> bool:
        """Whether a worker still has to finish it."""
        return self.status in Status.unfinished()

    @property
    def is_worth_another_try(self) -> bool:
        """Whether its sender may ask for the same file to be made ready after all."""
        return self.refusal_code in WORTH_ANOTHER_TRY

    def derivative(self, name: str) -> Derivative | None:
        """The derivative of that name; prefetch `derivatives` to ask for many without a query."""
        return next((made for made in self.derivatives.all() if made.name == name), None)

    def url(self, name: str = "") -> str:
        """The door's address of a derivative; of the one that stands for the item if unnamed."""
        return reverse("file", args=[self.ref, name or SHOWN_FIRST[Kind(self.kind)]])

    @property
    def still(self) -> Derivative | None:
        """The small picture that shows the item in a list; None for a sound."""
        return self.derivative(STILLS.get(Kind(self.kind), ""))

    @property
    def focal(self) -> tuple[int, int] | None:
        """Where to cut it, in tenths of its width and height; None for the middle."""
        if self.focal_x is None or self.focal_y is None:
            return None
        return round(10 * self.focal_x), round(10 * self.focal_y)

    @property
    def moves(self) -> bool:
        """Whether it is a picture that has an animation beside its stills."""
        return self.derivative("moving.webp") is not None

    @property
    def page_pictures(self) -> list[Derivative]:
        """The pictures of a paper's pages, in reading order."""
        found = [made for made in self.derivatives.all() if made.name.startswith("page-")]
        return sorted(found, key=lambda made: int(made.name[len("page-") : -len(".webp")]))

    @property
    def page_words(self) -> list[str]:
        """What each page of a paper says; prefetch `page_texts` to ask many without a query."""
        said = {page.number: page.text for page in self.page_texts.all()}
        return [said.get(number, "") for number in range(1, max(said, default=0) + 1)]
