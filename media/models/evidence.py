"""The paper that somebody signed, kept behind the answers that were typed in from it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ConsentEvidence(models.Model):
    """One photograph, scan or PDF of a signed form. The file leaves by the one door alone.

    The item belongs to nobody's uploads: a teacher who moves to another school does not
    take the sight of it along.
    """

    item = models.OneToOneField("media.Item", on_delete=models.PROTECT, related_name="evidence")
    consents = models.ManyToManyField("families.Consent", related_name="evidence")
    form_number = models.CharField(max_length=240, help_text="The number printed on the form.")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "signed paper"
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return f"Form {self.form_number}"
