"""The desk's uploads as tus-js-client sends them from a real browser, over a line that is cut."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from media.models import Item, ResumableUpload
from tests.architecture.houses import ROOT
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.screens import DESKTOP, Screen
from tests.journeys.uploads.sending import LOST
from tests.line import Line
from tests.media.samples import cornered

CLIENT = ROOT / ".venv/tus-js-client/tus.min.js"
"""Fetched by ``tests/install-needs.sh``."""

SEND = """
([content, story, options]) => new Promise((resolve) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const said = [];
  const upload = new tus.Upload(new Blob([bytes]), {
    endpoint: "/desk/uploads/",
    headers: { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value },
    metadata: { filename: "nan’s mill.bmp", story },
    retryDelays: [500, 200, 400, 800, 1600, 3200],
    storeFingerprintForResuming: false,
    onAfterResponse: (request, response) =>
      said.push([request.getMethod(), response.getStatus(), response.getHeader("Upload-Offset")]),
    onSuccess: () => resolve({ url: upload.url, said }),
    onError: (error) => resolve({ error: String(error), url: upload.url, said }),
    ...options,
  });
  upload.start();
})
"""


@pytest.fixture(scope="module")
def content() -> bytes:
    written = io.BytesIO()
    cornered(800, 450).save(written, "BMP")
    return written.getvalue()


@pytest.fixture
def browser_with_client(browser: Browser, line: Line, cast: Cast) -> Iterator[Screen]:
    screen = Screen(browser.new_context(**DESKTOP), line.address)
    screen.context.add_init_script(path=CLIENT)
    screen.sign_in("amina")
    with screen.expecting(*LOST):
        yield screen
        complaints = screen.complaints()
    screen.context.close()
    assert complaints == []


def send(screen: Screen, content: bytes, ref: str, **options: Any) -> dict[str, Any]:
    """What the client says at its end; every answer is method, status and offset."""
    encoded = base64.b64encode(content).decode()
    answer: dict[str, Any] = screen.page.evaluate(SEND, [encoded, ref, options])
    return answer


def is_whole(content: bytes) -> None:
    item = Item.objects.get()
    assert item.original.sha256 == hashlib.sha256(content).hexdigest()
    assert item.filename == "nan’s mill.bmp"


@pytest.mark.parametrize(
    "options", [{}, {"chunkSize": 250_000}, {"uploadDataDuringCreation": True}], ids=str
)
def test_it_arrives(browser_with_client: Screen, content: bytes, options: dict[str, Any]) -> None:
    ref = Desk(browser_with_client).begin("The mill")
    answer = send(browser_with_client, content, ref, **options)
    assert "error" not in answer
    is_whole(content)
    browser_with_client.page.reload()
    assert "nan’s mill.bmp" in browser_with_client.main.inner_text()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_it_goes_on_from_where_the_line_was_cut(
    browser_with_client: Screen, line: Line, content: bytes, share: float
) -> None:
    ref = Desk(browser_with_client).begin("The mill")
    line.cut_after(int(len(content) * share))
    answer = send(browser_with_client, content, ref)
    assert "error" not in answer, answer
    assert line.cuts == 1
    offsets = [int(offset) for method, status, offset in answer["said"] if method == "HEAD"]
    # The client asks where to go on, unless the browser was faster and sent it all again itself.
    assert all(0 < offset <= len(content) for offset in offsets[-1:])
    is_whole(content)


def test_somebody_elses_upload_is_not_there(
    browser_with_client: Screen, content: bytes, cast: Cast
) -> None:
    ref = Desk(browser_with_client).begin("The mill")
    others = ResumableUpload.objects.create(
        user=cast.mary, size=len(content), expires_at="2100-01-01T00:00Z"
    )
    address = f"/desk/uploads/{others.token}/"
    with browser_with_client.expecting("404"):
        answer = send(browser_with_client, content, ref, uploadUrl=address)
    assert answer["said"][0][:2] == ["HEAD", 404]
    others.refresh_from_db()
    assert others.offset == 0


def test_a_refusal_can_be_read(browser_with_client: Screen) -> None:
    ref = Desk(browser_with_client).begin("The mill")
    with browser_with_client.expecting("422"):
        answer = send(browser_with_client, b"MZ\x90\0 no picture", ref)
    assert "We can't use this kind of file." in answer["error"]


def test_the_client_is_the_one_that_was_meant() -> None:
    assert "Upload-Defer-Length" in Path(CLIENT).read_text(encoding="utf-8")
