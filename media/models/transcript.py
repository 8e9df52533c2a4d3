"""What is said in a recording, as WebVTT, with every earlier wording of it."""

from django.conf import settings
from django.db import models


class Transcript(models.Model):
    """The wording that counts now. `vtt` holds everything; `spoken` only what may be read.

    `number` is the edition that an editor began from, so that two who type at once do not
    undo each other. `by_computer` stays until a person has read it. While the newest
    wording `waits` for a second adult, everybody goes on reading what is in `shown`.
    """

    item = models.OneToOneField("media.Item", on_delete=models.CASCADE, related_name="transcript")
    language = models.CharField(max_length=20, default="en", help_text="BCP 47")
    vtt = models.TextField()
    spoken = models.TextField(blank=True, help_text="The words less what is held back")
    number = models.PositiveIntegerField(default=1)
    by_computer = models.BooleanField(default=False)
    waits = models.BooleanField(default=False)
    shown = models.TextField(blank=True, help_text="What everybody reads while `vtt` waits")
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Transcript of item {self.item_id}"


class TranscriptRevision(models.Model):
    """One wording, who wrote it and when. Only saves that a page makes by itself make way."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    vtt = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_computer = models.BooleanField(default=False)
    by_itself = models.BooleanField(
        default=False, help_text="A page saved it while somebody typed, and nobody pressed a button"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["transcript", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["transcript", "number"], name="media_transcript_revision_once"
            )
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of transcript {self.transcript_id}"
