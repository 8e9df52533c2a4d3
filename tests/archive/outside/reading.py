"""Reading pages, feeds and sitemaps as machines do."""

from __future__ import annotations

import json
import re
from typing import Any

from defusedxml import ElementTree
from django.test import Client

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://testserver"

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TAG = re.compile(r"<(?:link|meta)\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


def graph(client: Client, address: str) -> list[dict[str, Any]]:
    """The things that the page says it is about."""
    (said,) = LINKED.findall(client.get(address).content.decode())
    read = json.loads(said)
    assert read["@context"] == "https://schema.org"
    return list(read["@graph"])


def head(client: Client, address: str) -> list[dict[str, str]]:
    """The attributes of each link and meta element."""
    html = client.get(address).content.decode()
    return [dict(ATTRIBUTE.findall(tag)) for tag in TAG.findall(html)]


def linked_to(client: Client, address: str, rel: str) -> list[str]:
    found = (tag["href"] for tag in head(client, address) if tag.get("rel") == rel)
    return [href.replace("&amp;", "&") for href in found]


def meta(client: Client, address: str) -> dict[str, str]:
    tags = head(client, address)
    return {tag.get("property") or tag.get("name", ""): tag.get("content", "") for tag in tags}


def feed(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def entries(client: Client, address: str) -> list[str]:
    """The titles in a feed."""
    return [one.findtext(f"{ATOM}title") for one in feed(client, address).iter(f"{ATOM}entry")]


def mapped(client: Client, address: str) -> dict[str, str | None]:
    """Each address of a piece of the sitemap, or each piece of its index, with its date."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    root = ElementTree.fromstring(answer.content)
    return {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in root}
