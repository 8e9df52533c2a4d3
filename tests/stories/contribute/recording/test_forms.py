"""What browsers record comes out playable, whole and after a crash, in MP4 and in WebM."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from media.models import Item
from media.processing import process
from media.sniff import sniff
from stories.models import Story
from tests.media import samples
from tests.media.resumable.tus import Tus

pytestmark = pytest.mark.django_db

SAFARI = [
    *("-c:a", "aac", "-brand", "iso5", "-frag_duration", "500000"),
    *("-movflags", "empty_moov+default_base_moof+frag_keyframe+dash+skip_trailer"),
]
"""Half a second a fragment, no length stated, and no index at the end."""
H264 = ["-c:v", "libx264", "-g", "10", *SAFARI]
CHROMIUM = ["-live", "1", "-c:a", "libopus"]
FORMS: dict[str, tuple[Callable[..., Path], list[str], str, str]] = {
    "voice.m4a": (samples.sound, [*SAFARI, "-f", "mp4"], "mp4", "audio"),
    "film.mp4": (samples.film, H264, "mp4", "video"),
    "voice.webm": (samples.sound, CHROMIUM, "webm", "audio"),
    "film.webm": (samples.film, [*CHROMIUM, "-c:v", "libvpx"], "webm", "video"),
}


def kept(desk: Client, story: Story, name: str, content: bytes) -> Item:
    """Sent as the page sends it, and made ready as the worker does."""
    tus = Tus(desk)
    path = tus.begun(len(content), story=story.ref, name=name)
    assert tus.send(path, content).status_code == 204
    item = Item.objects.get()
    return process(item)


def boxes(content: bytes) -> list[tuple[bytes, int]]:
    """Each box at the top level: its name, and where it ends."""
    found, at = [], 0
    while at < len(content):
        size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        at += size
        found.append((name, at))
    return found


@pytest.mark.parametrize("name", FORMS)
def test_it_is_taken_in_and_made_ready(
    desk: Client, story: Story, tmp_path: Path, name: str
) -> None:
    make, options, format, kind = FORMS[name]
    source = make(tmp_path / name, *options)
    assert sniff(source).code == format
    item = kept(desk, story, name, source.read_bytes())
    assert (item.kind, item.refusal_code, item.is_ready) == (kind, "", True)
    assert item.duration == pytest.approx(samples.SECONDS, abs=0.25)


@pytest.mark.parametrize("name", ["voice.m4a", "film.mp4"])
def test_safaris_form_is_whole_up_to_its_last_piece(
    desk: Client, story: Story, tmp_path: Path, name: str
) -> None:
    make, options, _, kind = FORMS[name]
    content = make(tmp_path / name, *options).read_bytes()
    found = boxes(content)
    assert {b"ftyp", b"moov", b"moof", b"mdat"} <= {box for box, _ in found}
    ends = [end for box, end in found if box == b"mdat"]
    assert len(ends) >= 3
    item = kept(desk, story, name, content[: ends[-2]])
    assert (item.kind, item.refusal_code) == (kind, "")
    assert samples.SECONDS - 1.2 <= (item.duration or 0) < samples.SECONDS
