"""What a memory is made of: words and items in the teller's order, and the people in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class StoryPart(Orderable):
    """Some words, or one item with its caption and description."""

    class Kind(models.TextChoices):
        WORDS = "words", "words"
        ITEM = "item", "picture, sound, film or paper"

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    text = models.TextField(blank=True)
    item = models.ForeignKey(
        "media.Item", on_delete=models.PROTECT, null=True, blank=True, related_name="story_parts"
    )
    caption = models.CharField(max_length=300, blank=True)
    description = models.TextField(
        blank=True, help_text="What the picture shows, for somebody who cannot see it."
    )
    asks_teacher = models.BooleanField(
        default=False,
        help_text="The writer could not say what the picture shows, and asks a teacher.",
    )
    is_cover = models.BooleanField(
        "cover",
        default=False,
        help_text="Stands for the memory in lists. The first that says so counts.",
    )

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="words", item=None)
                | models.Q(kind="item", item__isnull=False),
                name="part_is_words_or_an_item",
            )
        ]

    def __str__(self) -> str:
        return self.text[:40] or self.caption or self.get_kind_display()


class StoryPerson(Orderable):
    """A person's part in a memory."""

    class Role(models.TextChoices):
        TELLER = "teller", _("told it")
        REPORTER = "reporter", _("gathered it")
        SHOWN = "shown", _("is in a picture or film")
        HEARD = "heard", _("can be heard")
        MENTIONED = "mentioned", _("is talked about")

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="appearances"
    )
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["story", "person", "role"], name="person_once_in_a_role"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["teller", "reporter", "shown", "heard", "mentioned"]),
                name="person_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_role_display()}"
