"""What happened to a memory of somebody's, for them to hear about; and how they want to."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class NewsKind(models.TextChoices):
    """Everything that is news. The words for it are in ``stories.news.words``."""

    TAKEN_UP = "taken_up", "taken up"
    FEEDBACK = "feedback", "feedback"
    GIVEN_BACK = "given_back", "given back"
    MENDED = "mended", "mended by a teacher"
    RETURNED = "returned", "back with the family"
    DECLINED = "declined", "not for the archive"
    NOT_OUT = "not_out", "not published on its day"
    REMINDER = "reminder", "a reminder"
    PUBLISHED = "published", "published"
    SHOWCASE = "showcase", "in a showcase"
    YEAR = "year", "a year since"


class NewsItem(models.Model):
    """One thing that happened, for one person. It is seen once it was on their screen."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="news"
    )
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=NewsKind.choices)
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="The showcase.",
    )
    happened_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-happened_at", "-pk"]
        indexes = [
            models.Index(fields=["user", "seen_at"], name="news_of_somebody"),
            models.Index(fields=["story", "kind", "happened_at"], name="news_of_a_memory"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=NewsKind.values)
                & (~models.Q(kind="showcase") | models.Q(page__isnull=False)),
                name="news_is_of_a_known_kind",
            ),
            models.UniqueConstraint(
                fields=["user", "story", "page"],
                condition=models.Q(kind="showcase"),
                name="news_of_a_showcase_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class NewsByMail(models.Model):
    """Somebody asked to hear by e-mail as well. No row: they did not."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="news_by_mail"
    )
    email = models.EmailField()
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(
        null=True, blank=True, help_text="When a link in a letter to this address was pressed."
    )
    sent_at = models.DateTimeField(null=True, blank=True, help_text="The last letter with news.")

    class Meta:
        verbose_name_plural = "news by mail"

    def __str__(self) -> str:
        return f"News for {self.user_id} by mail"
