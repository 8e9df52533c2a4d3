"""What a browser without script sends: every field of the form as the page showed it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from stories.models import Story


class _Fields(HTMLParser):
    """Collects the fields of the form with one id, as a browser would."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.inside = False
        self.fields: dict[str, list[str]] = {}
        self.buttons: list[str] = []
        self.textarea: str | None = None

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = dict(pairs)
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside:
            return
        name = given.get("name")
        if tag == "button" and name == "do":
            self.buttons.append(given.get("value") or "")
        elif tag == "textarea" and name:
            self.textarea = name
            self.fields.setdefault(name, []).append("")
        elif tag == "input" and name and self._counts(given):
            self.fields.setdefault(name, []).append(given.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self.inside and self.textarea:
            self.fields[self.textarea][-1] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.textarea = None
        if tag == "form":
            self.inside = False

    def _counts(self, given: dict[str, str | None]) -> bool:
        kind = given.get("type")
        return kind != "file" and (kind not in ("checkbox", "radio") or "checked" in given)


class Screen:
    """One open page of a memory. ``type`` into it, then ``press`` a button."""

    def __init__(self, client: Client, story: Story) -> None:
        self.client = client
        self.address = reverse("desk_story", args=[story.ref])
        self.shows(client.get(self.address))

    def shows(self, response: Any) -> Any:
        """Take over the fields of a page that came back."""
        read = _Fields("memory-form")
        self.text = response.content.decode()
        read.feed(self.text)
        self.fields, self.buttons = read.fields, read.buttons
        return response

    def type(self, **typed: Any) -> Screen:
        """Fill fields in; ``__`` stands for ``-``, and None unticks everything."""
        for name, value in typed.items():
            values = [] if value is None else value if isinstance(value, list) else [value]
            self.fields[name.replace("__", "-")] = values
        return self

    def press(self, button: str = "save", *, files: list[Any] | None = None, **how: Any) -> Any:
        """Send the page with a button; ``json=True`` as the script does."""
        data: dict[str, Any] = {**self.fields, "do": button}
        if files:
            data["files"] = files
        headers = {"Accept": "application/json"} if how.pop("json", False) else {}
        return self.client.post(self.address, data, headers=headers)
