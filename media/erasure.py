"""What this layer holds of somebody who leaves."""

from __future__ import annotations

from django.db.models import Q

from families.erasure import Eraser
from families.models import User
from media import removal
from media.models import Item, ResumableUpload


def erase_files(user: User) -> None:
    """Their uploads go, unless a memory or a page of others holds them; those lose the name."""
    ResumableUpload.objects.filter(user=user).delete()
    kept = Q(picture__isnull=False) | Q(paper__isnull=False) | Q(recording__isnull=False)
    mine = Item.objects.filter(uploaded_by=user)
    for item in mine.exclude(kept).exclude(story_parts__isnull=False):
        removal.remove(item)
    mine.update(filename="", uploaded_by=None)


FILES = Eraser(
    name="media",
    holds="Uploads, originals, what was made of them, and who hid or wrote down what.",
    claims=frozenset(
        {
            "media.ConsentEvidence.added_by",
            "media.HeldPassage.held_by",
            "media.HiddenArea.hidden_by",
            "media.Item.uploaded_by",
            "media.Paper.uploaded_by_user",
            "media.Picture.uploaded_by_user",
            "media.Recording.uploaded_by_user",
            "media.ResumableUpload.user",
            "media.TranscriptRevision.by",
            "wagtaildocs.Document.uploaded_by_user",
            "wagtailimages.Image.uploaded_by_user",
            "wagtailmedia.Media.uploaded_by_user",
        }
    ),
    erase=erase_files,
)
