"""What a page of a paper says, for searching and for reading aloud."""

from django.db import models


class PageText(models.Model):
    """The words of one page; numbers begin with 1, as readers count."""

    item = models.ForeignKey("media.Item", on_delete=models.CASCADE, related_name="page_texts")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="media_page_text_once"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="media_page_text_counts_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"Page {self.number} of item {self.item_id}"
