"""What the saved version of a showcase holds, as rows that the database can join.

Wagtail's own index of references is written by a background task, and a picture
must be seen, or a story's showcases found, in the very moment a page is published.
"""

from __future__ import annotations

from django.db import models


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
    """A picture that a showcase shows, as its cover or between its stories."""

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="held_pictures"
    )
    picture = models.ForeignKey(
        "media.Picture", on_delete=models.CASCADE, related_name="held_by_showcases"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["showcase", "picture"], name="picture_once_in_a_showcase"
            )
        ]

    def __str__(self) -> str:
        return f"Picture {self.picture_id} in showcase {self.showcase_id}"
