"""Who else sees a showcase before it is public: other schools read it, a class proposes an order.

Both are rows beside the page, so that saving a draft or going back to an older version
of the page neither opens nor closes it to anybody.
"""

from __future__ import annotations

from django.db import models


class ShowcaseShare(models.Model):
    """A school whose teachers may read the draft, and never change it."""

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="shares"
    )
    school = models.ForeignKey("families.School", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["showcase", "school"], name="showcase_shared_once")
        ]

    def __str__(self) -> str:
        return f"Showcase {self.showcase_id} for school {self.school_id}"


class ShowcaseOpening(models.Model):
    """A class whose students may propose an order and captions."""

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="openings"
    )
    reporter_class = models.ForeignKey(
        "families.ReporterClass", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["showcase", "reporter_class"], name="showcase_opened_once"
            )
        ]

    def __str__(self) -> str:
        return f"Showcase {self.showcase_id} for class {self.reporter_class_id}"
