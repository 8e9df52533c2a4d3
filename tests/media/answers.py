"""Reading what the door sends, to its end, as a browser does."""

from typing import Any


def body(response: Any) -> bytes:
    """All bytes of the answer; the test client closes a streamed one after the last."""
    return b"".join(response.streaming_content) if response.streaming else response.content
