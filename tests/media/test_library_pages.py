"""Wagtail's pages of the staff's shelf, also while the worker is not done with a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from families.models import User
from media.models import Paper
from media.processing import process
from tests.factories import UserFactory
from tests.media import samples

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ready", [False, True])
def test_the_page_of_a_paper_opens(client: Client, tmp_path: Path, ready: bool) -> None:
    administrator: User = UserFactory(administrator=True, is_superuser=True)
    sent = samples.paper(tmp_path / "letter.pdf")
    file = SimpleUploadedFile("letter.pdf", sent.read_bytes())
    kept = Paper.objects.create(title="A letter", file=file, uploaded_by_user=administrator)
    if ready:
        process(kept.item)
    client.force_login(administrator)
    page = client.get(reverse("wagtaildocs:edit", args=[kept.pk]))
    assert page.status_code == 200
    assert "A letter" in page.content.decode()
