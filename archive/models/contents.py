"""What the saved version of a showcase holds, as rows that the database can join.

Wagtail's own index of references is written by a background task, and a picture
must be seen, or a story's showcases found, in the very moment a page is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from media.models import Picture
from stories.models import Story

if TYPE_CHECKING:
    from archive.models.showcase import ShowcasePage


class ShowcaseStory(models.Model):
    """A memory that a showcase tells."""

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="held_stories"
    )
    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="held_by_showcases"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["showcase", "story"], name="story_once_in_a_showcase")
        ]

    def __str__(self) -> str:
        return f"Memory {self.story_id} in showcase {self.showcase_id}"


class ShowcasePicture(models.Model):
    """A picture that a showcase shows, as its cover or between its stories.

    ``in_draft`` says that it is in the draft alone, so that nobody sees it yet but those
    who may read the draft.
    """

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="held_pictures"
    )
    picture = models.ForeignKey(
        "media.Picture", on_delete=models.CASCADE, related_name="held_by_showcases"
    )
    in_draft = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["showcase", "picture"], name="picture_once_in_a_showcase"
            )
        ]

    def __str__(self) -> str:
        return f"Picture {self.picture_id} in showcase {self.showcase_id}"


def write_down(showcase: ShowcasePage) -> None:
    """Make the rows say what the showcase holds now, public or not."""
    told = Story.objects.filter(pk__in=showcase.story_ids())
    shown = Picture.objects.filter(pk__in=showcase.picture_ids())
    ShowcaseStory.objects.filter(showcase=showcase).exclude(story__in=told).delete()
    pictures = ShowcasePicture.objects.filter(showcase=showcase)
    pictures.exclude(picture__in=shown).delete()
    pictures.filter(in_draft=True).update(in_draft=False)
    ShowcaseStory.objects.bulk_create(
        (ShowcaseStory(showcase=showcase, story=story) for story in told), ignore_conflicts=True
    )
    ShowcasePicture.objects.bulk_create(
        (ShowcasePicture(showcase=showcase, picture=picture) for picture in shown),
        ignore_conflicts=True,
    )


def write_down_draft(showcase: ShowcasePage) -> None:
    """Add the pictures of a draft to what is written down, marked as no one’s to see yet."""
    shown = Picture.objects.filter(pk__in=showcase.picture_ids())
    ShowcasePicture.objects.filter(showcase=showcase, in_draft=True).exclude(
        picture__in=shown
    ).delete()
    ShowcasePicture.objects.bulk_create(
        (ShowcasePicture(showcase=showcase, picture=picture, in_draft=True) for picture in shown),
        ignore_conflicts=True,
    )
