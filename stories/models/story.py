"""A memory as a record, not a page: thousands may write at once without a tree to lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from media.refs import new_ref
from stories.models.states import WRITABLE, Audience, Context, Status
from stories.models.turns import TURN
from stories.querysets import StoryQuerySet

if TYPE_CHECKING:
    from django.http import HttpRequest

    from families.models import User

OUTSIDE_REVISIONS = (
    "ref",
    "status",
    "held",
    "sealed_until",
    "audience",
    "author",
    "school",
    "reporter_class",
    "family",
    "assignment",
    "answers",
    "last_edited_by",
    "taken_up_by",
    "asked_back_at",
    "is_first",
    "submitted_at",
    "withdrawn_at",
    "go_live_at",
    "expire_at",
    "edition",
    "created_at",
    "updated_at",
)
"""What belongs to the memory as a whole. Publishing an older revision writes its fields
back, so none of these may be in one: an old "everyone" would undo a teller's "family".
Nothing is scheduled by Wagtail either: a person decides on a day
(``stories.models.deciding``), and then the gate is asked once more."""


class Story(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """Somebody's memory, in words, pictures, sound, film and papers.

    ``status`` is written by ``stories.lifecycle`` alone. For anybody but the
    lifecycle, memories are read through ``objects.public()`` and
    ``objects.visible_to(user)``.
    """

    ref = models.CharField(max_length=10, unique=True, default=new_ref, editable=False)
    title = models.CharField(max_length=120)
    summary = models.CharField(
        "in one sentence", max_length=250, blank=True, help_text="What is it about?"
    )
    content_note = models.CharField(
        "content note",
        max_length=250,
        blank=True,
        help_text="What is hard to hear in it, in one sentence. Readers see this first, and "
        "everything that is told and shown stays covered until they want it.",
    )
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    held = models.BooleanField(
        default=False, editable=False, help_text="A safeguarding hold, over any status."
    )
    sealed_until = models.DateField(null=True, blank=True, editable=False)
    audience = models.CharField(
        "who may see it", max_length=10, choices=Audience.choices, default=Audience.JUST_ME
    )

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stories"
    )
    school = models.ForeignKey("families.School", on_delete=models.PROTECT, related_name="stories")
    reporter_class = models.ForeignKey(
        "families.ReporterClass",
        verbose_name="class",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
    )
    family = models.ForeignKey(
        "families.Family", on_delete=models.SET_NULL, null=True, blank=True, related_name="stories"
    )

    assignment = models.ForeignKey(
        "stories.Assignment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="memories",
    )

    answers = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="answered_by",
        help_text="The memory to which this is another voice; said once, when it was begun.",
    )
    # Staff who read one of two must not find the other in Wagtail's list of where it is used.
    answers.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    context = models.CharField(max_length=14, choices=Context.choices, blank=True)
    when_text = models.CharField(
        "when", max_length=80, blank=True, help_text="In your own words: about 1972."
    )
    when_edtf = models.CharField(max_length=40, blank=True, editable=False)
    when_earliest = models.DateField(null=True, blank=True, editable=False)
    when_latest = models.DateField(null=True, blank=True, editable=False)

    places = ClusterTaggableManager(
        through="stories.TaggedPlace", blank=True, related_name="stories", verbose_name="places"
    )
    funds = ClusterTaggableManager(
        through="stories.TaggedFund",
        blank=True,
        related_name="stories",
        verbose_name="funds of knowledge",
    )
    tags = ClusterTaggableManager(
        through="stories.TaggedStory", blank=True, related_name="stories", verbose_name="tags"
    )

    last_edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    asked_back_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="Its author wants to change something while a teacher reads it.",
    )
    is_first = models.BooleanField(
        default=True,
        editable=False,
        help_text="Nothing that its author began has been published yet.",
    )
    turn = models.GeneratedField(
        expression=TURN,
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
        serialize=False,
    )
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When it was last taken back. A yes from before does not count any more.",
    )
    edition = models.PositiveIntegerField(
        default=0, editable=False, help_text="Counts saves, so that two screens cannot overwrite."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = "memory"
        verbose_name_plural = "memories"
        ordering = ["-first_published_at", "-created_at", "-pk"]
        indexes = [
            # As conditions, because SQLite does not take "live" for "live = 1" in an index,
            # and would sort the whole archive for its newest page. What all of them share comes
            # last, or SQLite would look for one memory among all that are public.
            models.Index(
                fields=["-first_published_at", "-id", "status", "audience"],
                name="story_public_newest",
                condition=models.Q(live=True, held=False),
            ),
            models.Index(
                fields=["when_earliest", "when_latest", "status", "audience"],
                name="story_public_by_time",
                condition=models.Q(live=True, held=False),
            ),
            models.Index(fields=["school", "status", "submitted_at"], name="story_review_queue"),
            models.Index(
                fields=["school", "turn", "submitted_at", "id"], name="story_queue_in_its_order"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="story_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(audience__in=Audience.values), name="story_audience_known"
            ),
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(status="published"),
                name="story_live_only_when_published",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="sealed") | models.Q(sealed_until__isnull=False),
                name="story_sealed_until_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(answers__isnull=True) | ~models.Q(answers=models.F("id")),
                name="story_answers_another",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if not args:
            kwargs.setdefault("live", False)
        super().__init__(*args, **kwargs)

    def __str__(self) -> str:
        return self.title or _("A memory without a title yet")

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60].strip("-") or "memory"

    def get_absolute_url(self) -> str:
        """The address that stays: found by ``ref``, whatever the title becomes."""
        return reverse("story", args=[self.slug, self.ref])

    @property
    def is_writable(self) -> bool:
        """Its author's turn; also before a teacher has taken it up."""
        waiting = self.status == Status.SUBMITTED and self.taken_up_by_id is None
        return not self.held and (self.status in WRITABLE or waiting)

    @property
    def is_shared_with_family(self) -> bool:
        """A draft stays with whoever writes it; from then on a family has what it was given."""
        given = self.family_id is not None and self.audience != Audience.JUST_ME
        return given and self.status not in (Status.DRAFT, Status.WITHDRAWN)

    def serializable_data(self) -> dict[str, Any]:
        """The words and parts of a revision, without what belongs to the memory as a whole."""
        data: dict[str, Any] = super().serializable_data()
        return {name: value for name, value in data.items() if name not in OUTSIDE_REVISIONS}

    def with_content_json(self, content: dict[str, Any]) -> Story:
        """A revision's words on today's memory: today's status, audience and people in charge.

        A place that was merged since is the one that it became part of.
        """
        from stories.places import former

        story: Story = super().with_content_json(former.todays(content))
        for name in OUTSIDE_REVISIONS:
            field = self._meta.get_field(name)
            setattr(story, field.attname, getattr(self, field.attname))
        return story

    def publish(self, revision: Revision, user: User | None = None, **_: Any) -> None:
        """Hand every way in which Wagtail publishes to the lifecycle, which asks the gate."""
        from stories import lifecycle

        lifecycle.publish(self, by=user, revision=revision)

    def unpublish(self, *args: Any, user: User | None = None, **_: Any) -> None:
        """Hand every way in which Wagtail unpublishes to the lifecycle."""
        from stories import lifecycle

        lifecycle.withdraw(self, by=user)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "archive/story_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return {"story": self, "request": request}
