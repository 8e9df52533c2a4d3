"""A client of tus 1.0.0 over Django's test client, which sends exactly what it is told to."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from django.test import Client

OCTETS = "application/offset+octet-stream"
VERSION = {"Tus-Resumable": "1.0.0"}
UPLOADS = "/desk/uploads/"


def told(**about: str) -> str:
    """An Upload-Metadata header."""
    return ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in about.items()
    )


def summed(content: bytes, algorithm: str = "sha1") -> str:
    """An Upload-Checksum header."""
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


class Tus:
    """``None`` as a header leaves it out."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def ask(self, method: str, path: str, body: bytes = b"", **headers: Any) -> Any:
        named = {
            name.replace("_", "-"): str(value)
            for name, value in headers.items()
            if value is not None
        }
        given = ({} if "Tus_Resumable" in headers else VERSION) | named
        return self.client.generic(method, path, body, content_type="", headers=given)

    def begin(
        self, size: int | str | None, *, story: str = "", name: str = "a.jpg", **more: Any
    ) -> Any:
        about = told(filename=name, **({"story": story} if story else {}))
        return self.ask("POST", UPLOADS, **{"Upload_Length": size, "Upload_Metadata": about} | more)

    def begun(self, size: int, **more: Any) -> str:
        """The address of a new upload."""
        response = self.begin(size, **more)
        assert response.status_code == 201, response.content
        return str(response["Location"])

    def send(self, path: str, body: bytes, offset: int | str | None = 0, **more: Any) -> Any:
        return self.ask(
            "PATCH", path, body, **{"Content_Type": OCTETS, "Upload_Offset": offset} | more
        )

    def offset(self, path: str) -> int:
        response = self.ask("HEAD", path)
        assert response.status_code == 200
        return int(response["Upload-Offset"])

    def outcome(self, path: str) -> dict[str, Any]:
        """What our own page is told."""
        response = self.client.get(path, headers={"Accept": "application/json"})
        assert response.status_code == 200
        found: dict[str, Any] = response.json()
        return found
