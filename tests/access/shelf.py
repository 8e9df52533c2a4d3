"""A paper and a sound on the staff's shelf in Wagtail, put in as its own pages put them in."""

from __future__ import annotations

import io
import wave

from django.core.files.base import ContentFile
from PIL import Image

from families.models import User
from media.models import Paper, Recording


def paper(by: User) -> int:
    written = io.BytesIO()
    Image.new("RGB", (59, 84), "#ffffff").save(written, "PDF")
    file = ContentFile(written.getvalue(), "letter.pdf")
    made: Paper = Paper.objects.create(title="A letter", file=file, uploaded_by_user=by)
    return int(made.pk)


def recording(by: User) -> int:
    written = io.BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(b"\0\0" * 8_000)
    file = ContentFile(written.getvalue(), "hooter.wav")
    made: Recording = Recording.objects.create(title="The hooter", file=file, uploaded_by_user=by)
    return int(made.pk)
