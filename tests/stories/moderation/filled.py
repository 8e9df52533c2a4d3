"""What a browser would send if one pressed Save without touching anything."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse


def filled(response: HttpResponse, form_id: str = "w-editor-form") -> dict[str, Any]:
    """Every field of the form as it stands on the page."""
    form = BeautifulSoup(response.content, "html.parser").find("form", id=form_id)
    assert form is not None, response.status_code
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if name and "__prefix__" not in name:
            _read(field, name, data)
    return data


def _read(field: Any, name: str, data: dict[str, Any]) -> None:
    if field.name == "textarea":
        data[name] = field.text.removeprefix("\n").removeprefix("\r\n")
    elif field.name == "select":
        chosen = [o["value"] for o in field.find_all("option") if o.has_attr("selected")]
        data[name] = chosen if field.has_attr("multiple") else (chosen or [""])[0]
    elif field.get("type") == "checkbox":
        if field.has_attr("checked"):
            data.setdefault(name, []).append(field.get("value", "on"))
    elif field.get("type") != "radio" or field.has_attr("checked"):
        data[name] = field.get("value", "")
