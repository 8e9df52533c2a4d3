"""Structured data of schema.org (JSON-LD): what a page is about, for machines that read it.

Made of public records alone. Somebody who must not be named is left out of the lists of
people, because a machine would take "a young person" for a name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from archive.names import UNNAMED_CHILD
from archive.outside import NAME, media_objects
from archive.shapes import Record, Subject
from archive.showcases import Content, ShowcaseCard
from families.naming import NO_NAME
from stories.models import Fund, Place

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
LONGEST_HEADLINE = 110  # characters

Thing = dict[str, Any]

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As Django's ``json_script``: nothing in the data can end the element or begin another."""

Trail = Iterable[tuple[str, str]]
"""Name and path of each step from the front door to a page, the page last."""


def script(*things: Thing) -> SafeString:
    """The element that carries these things. It is data: no browser runs it."""
    graph = {"@context": CONTEXT, "@graph": _without_gaps(list(things))}
    words = json.dumps(graph, ensure_ascii=False, cls=DjangoJSONEncoder).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(words))  # noqa: S308


def home(site: str, description: str) -> list[Thing]:
    """The archive itself, how to look for something in it, and who keeps it."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{site}/stories/?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    return [
        {
            "@type": "WebSite",
            "@id": f"{site}/#site",
            "url": f"{site}/",
            "name": NAME,
            "description": description,
            "inLanguage": LANGUAGE,
            "publisher": _keeper(site),
            "potentialAction": search,
        },
        {
            "@type": "ArchiveOrganization",
            **_keeper(site),
            "url": f"{site}/",
            "name": NAME,
            "areaServed": [_area("Collyhurst"), _area("Harpurhey")],
        },
    ]


def story(site: str, record: Record, shown_in: Iterable[ShowcaseCard]) -> Thing:
    """One memory: an article, or where it is a single thing without words, that thing."""
    objects = media_objects.of(site, record)
    alone = objects[0] if len(objects) == 1 and not record.text else None
    fitting = "Article" if record.text else "CreativeWork"
    cover = record.open_cover
    return {
        **(alone or {"@type": fitting, "associatedMedia": objects}),
        "@id": f"{site}{record.url}#memory",
        "url": f"{site}{record.url}",
        "mainEntityOfPage": f"{site}{record.url}",
        "name": record.title,
        "headline": record.title[:LONGEST_HEADLINE],
        "description": record.about,
        "inLanguage": LANGUAGE,
        "author": _people(record.tellers),
        "contributor": _people((*record.reporters, *record.heard)),
        "creditText": " ".join(record.credits),
        "datePublished": record.published_at,
        "dateModified": record.changed_at,
        "temporalCoverage": record.when_edtf,
        "contentLocation": [_located(site, place) for place in record.places],
        "about": [_term(site, fund) for fund in record.funds],
        "image": f"{site}{cover.jpeg}" if cover else "",
        "isPartOf": [{"@id": f"{site}/#site"}, *(_collection(site, card) for card in shown_in)],
        "isAccessibleForFree": True,
        "usageInfo": f"{site}/about/",
        "publisher": _keeper(site),
    }


def showcase(site: str, page: Any, content: Content) -> Thing:
    """A showcase, and each memory in it once."""
    told = {record.url: record.title for record in _told_in(content)}
    cover = content.cover
    return {
        "@type": "Collection",
        "@id": f"{site}{page.address}#showcase",
        "url": f"{site}{page.address}",
        "name": page.title,
        "description": page.introduction,
        "inLanguage": LANGUAGE,
        "creditText": f"Curated by {content.curators}." if content.curators else "",
        "datePublished": page.first_published_at,
        "dateModified": page.last_published_at,
        "image": f"{site}{cover.jpeg}" if cover else "",
        "collectionSize": len(told),
        "hasPart": [
            {"@type": "CreativeWork", "@id": f"{site}{url}#memory", "name": name}
            for url, name in told.items()
        ],
        "isPartOf": {"@id": f"{site}/#site"},
        "publisher": _keeper(site),
    }


def place(site: str, here: Place) -> Thing:
    """A named public place. Where it is was only estimated is not said as a number."""
    sourced = here.basis == Place.Basis.SOURCED
    point = {
        "@type": "GeoCoordinates",
        "latitude": round(here.latitude, 4),
        "longitude": round(here.longitude, 4),
    }
    return {
        "@type": "Place",
        "@id": f"{site}{here.get_absolute_url()}#place",
        "url": f"{site}{here.get_absolute_url()}",
        "name": here.name,
        "containedInPlace": _area(here.area),
        "geo": point if sourced else None,
    }


def fund(site: str, here: Fund) -> Thing:
    """A fund of knowledge, as one of the words by which the archive is ordered."""
    return {
        **_term(site, Subject(here.slug, here.name, here.get_absolute_url())),
        "description": here.meaning,
    }


def trail(site: str, steps: Trail) -> Thing:
    """The way from the front door to a page."""
    numbered = enumerate((("Home", "/"), *steps), start=1)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{site}{path}"}
            for number, (name, path) in numbered
        ],
    }


def _told_in(content: Content) -> Iterator[Record]:
    """Every memory that it shows, each time it is there."""
    for one in content.sections:
        yield from one.records
        yield from (record for stop in one.stops for record in stop.records)


def _people(names: Iterable[str]) -> list[Thing]:
    nameless = (UNNAMED_CHILD, NO_NAME)
    named = (name for name in dict.fromkeys(names) if name not in nameless)
    return [{"@type": "Person", "name": name} for name in named]


def _located(site: str, subject: Subject) -> Thing:
    return {
        "@type": "Place",
        "@id": f"{site}{subject.url}#place",
        "name": subject.label,
        "containedInPlace": _area(subject.area),
    }


def _term(site: str, subject: Subject) -> Thing:
    return {
        "@type": "DefinedTerm",
        "@id": f"{site}{subject.url}#fund",
        "url": f"{site}{subject.url}",
        "name": subject.label,
        "inDefinedTermSet": f"{site}/funds/",
    }


def _collection(site: str, card: ShowcaseCard) -> Thing:
    return {"@type": "Collection", "@id": f"{site}{card.url}#showcase", "name": card.title}


def _area(name: str) -> Thing | None:
    return {"@type": "Place", "name": f"{name}, Manchester"} if name else None


def _keeper(site: str) -> Thing:
    return {"@type": "ArchiveOrganization", "@id": f"{site}/#archive", "name": NAME}


def _without_gaps(value: Any) -> Any:
    """Without what is not known, however deep: an empty name would be read as a name."""
    if isinstance(value, dict):
        filled = {key: _without_gaps(inner) for key, inner in value.items()}
        return {key: inner for key, inner in filled.items() if inner not in ("", None, [], {})}
    return [_without_gaps(inner) for inner in value] if isinstance(value, list) else value
