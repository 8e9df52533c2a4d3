"""What the three kinds of library record have in common: an item, and no file but its own.

Staff put pictures, papers and recordings in through Wagtail's admin. Whichever form,
bulk upload or script that was, the file arrives at `save()`, and there it goes through
accession like any other. What `file` names afterwards is the clean derivative.
"""

from collections.abc import Set as AbstractSet
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from media import admission, removal
from media.formats import Kind
from media.refusals import Refused


class Kept(models.Model):
    """A library record; subclasses say which kinds they hold and whether they can wait."""

    item = models.OneToOneField(
        "media.Item", null=True, editable=False, on_delete=models.SET_NULL, related_name="%(class)s"
    )

    kinds: AbstractSet[Kind] = frozenset()
    at_once = False
    """Whether saving waits until the derivatives are made, because the admin shows them next."""

    stands_for: Any
    """The name of the derivative that is the record's file."""

    file: Any
    uploaded_by_user: Any

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the record with the clean file; raises Refused for one that cannot be used."""
        if not admission.is_new(self):
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            replaced = self.item
            admission.admit(self)
            super().save(*args, **kwargs)
            if replaced is not None:
                self.after_replacing()
                removal.remove(replaced)

    def clean(self) -> None:
        """Look at a new file before it is saved; raises ValidationError with our sentence."""
        super().clean()
        self.look()

    def look(self) -> None:
        """Look at what is in a new file; its name is never asked."""
        if admission.is_new(self):
            try:
                admission.check(self)
            except Refused as refused:
                self.take_back_file()
                raise ValidationError({"file": refused.sentence}) from refused

    def take_back_file(self) -> None:
        """Name the old file again: the form that says why the new one failed shows it."""
        kept = type(self)._default_manager.filter(pk=self.pk).first()
        self.file = kept.file.name if kept else ""

    def after_replacing(self) -> None:
        """Called when a new file has taken the place of an old one."""

    @property
    def url(self) -> str:
        """The door's address of the clean file; "" while there is no item."""
        return self.item.url() if self.item else ""

    def fit(self, kind: Kind) -> None:
        """Set what the record says about its kind of file by what was found in it."""

    def take_file(self) -> None:
        """Point at the clean derivative, and describe it; the caller saves."""
        made = self.item.derivative(self.stands_for) if self.item else None
        if made is None:
            raise LookupError(f"There is no {self.stands_for} to take.")
        self.file = made.file.name
        described = {
            "file_size": made.size,
            "file_hash": made.sha256[:40],
            "width": made.width,
            "height": made.height,
            "duration": made.item.duration or 0,
        }
        own = {field.name for field in self._meta.fields}
        for name in own & described.keys():
            setattr(self, name, described[name])
