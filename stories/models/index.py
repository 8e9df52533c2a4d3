"""What can be found of a memory: its folded words in four weights, for staff and for everybody.

Beside each table stands the database's own index of words, which ``stories.index.engines``
keeps true by the database's own means, so that no row can change without it.
"""

from __future__ import annotations

from django.db import models


class Document(models.Model):
    """The words of one memory as ``stories.index.folding`` writes them, the weightiest first."""

    title = models.TextField(blank=True)
    about = models.TextField(blank=True, help_text="Summary, places, funds, people, time")
    told = models.TextField(blank=True, help_text="Words, captions and descriptions")
    said = models.TextField(blank=True, help_text="What is said in recordings and on papers")

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True


class StaffDocument(Document):
    """Everything of the current version, for those who may review it."""

    story = models.OneToOneField(
        "stories.Story", on_delete=models.CASCADE, primary_key=True, related_name="staff_document"
    )

    def __str__(self) -> str:
        return f"Words of memory {self.story_id} for staff"


class PublicDocument(Document):
    """What the public record shows, and nothing else. There is none of a memory that is not public.

    ``passages`` holds the same as it is written, for extracts: lists of the text, the ref of
    the item it belongs to and, for a line of a recording, the second at which it is said.
    ``marks`` says what the list can be narrowed by, such as ``fund:music``.
    """

    story = models.OneToOneField(
        "stories.Story", on_delete=models.CASCADE, primary_key=True, related_name="public_document"
    )
    passages = models.JSONField(default=list)
    marks = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)

    def __str__(self) -> str:
        return f"Words of memory {self.story_id} for everybody"


class KnownWord(models.Model):
    """A word that stands in some document, with its stem, to find other forms and slips by."""

    class Audience(models.TextChoices):
        STAFF = "staff", "staff"
        PUBLIC = "public", "everybody"

    audience = models.CharField(max_length=6, choices=Audience.choices)
    word = models.CharField(max_length=40)
    stem = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audience", "word"], name="known_word_once"),
            models.CheckConstraint(
                condition=models.Q(audience__in=["staff", "public"]),
                name="known_word_audience_known",
            ),
        ]
        indexes = [models.Index(fields=["audience", "stem"], name="known_word_by_stem")]

    def __str__(self) -> str:
        return self.word
