"""Heads of public pages: their one address, and what they are about, for other sites."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from archive.filters import Filters
from archive.outside import addresses, linked, oembed
from archive.shapes import Record
from archive.showcases import Content, ShowcaseCard
from stories.models import Fund, Place

register = template.Library()

NARROW_ENOUGH = 1
"""Things asked for at once that a search engine may still keep the list of."""


@register.simple_tag(takes_context=True)
def whole(context: RequestContext, path: str) -> str:
    """A path of ours as others have to write it."""
    return f"{addresses.site(context['request'])}{path}"


@register.simple_tag(takes_context=True)
def canonical(context: RequestContext, query: str = "") -> str:
    """The one address of this page; of a list, of the page of it that is shown."""
    shown = getattr(context.get("page"), "number", 1)
    return addresses.canonical(context["request"], query, shown)


@register.simple_tag(takes_context=True)
def frame_of(context: RequestContext, path: str, name: str) -> SafeString:
    """What somebody copies into a page of their own, to be shown as it is written."""
    address = f"{addresses.site(context['request'])}{path}"
    return escape(oembed.frame(address, name))


@register.filter
def is_for_search_engines(asked: Filters, found: object) -> bool:
    """Whether a list is worth keeping: it holds something, and it is narrowed down little."""
    return len(asked.asked) <= NARROW_ENOUGH and bool(found or not asked.asked)


@register.simple_tag(takes_context=True)
def linked_home(context: RequestContext, description: str) -> SafeString:
    return linked.script(*linked.home(addresses.site(context["request"]), description))


@register.simple_tag(takes_context=True)
def linked_story(
    context: RequestContext, record: Record, shown_in: list[ShowcaseCard]
) -> SafeString:
    site = addresses.site(context["request"])
    place = [(place.label, place.url) for place in record.places[:1]]
    steps = [("Stories", reverse("stories")), *place, (record.title, record.url)]
    return linked.script(linked.story(site, record, shown_in), linked.trail(site, steps))


@register.simple_tag(takes_context=True)
def linked_showcase(context: RequestContext, page: Any, content: Content) -> SafeString:
    site = addresses.site(context["request"])
    steps = [("Showcases", "/showcases/"), (page.title, page.address)]
    return linked.script(linked.showcase(site, page, content), linked.trail(site, steps))


@register.simple_tag(takes_context=True)
def linked_place(context: RequestContext, place: Place) -> SafeString:
    site = addresses.site(context["request"])
    steps = [("Places", reverse("places")), (place.name, place.get_absolute_url())]
    return linked.script(linked.place(site, place), linked.trail(site, steps))


@register.simple_tag(takes_context=True)
def linked_fund(context: RequestContext, fund: Fund) -> SafeString:
    site = addresses.site(context["request"])
    steps = [("Funds of knowledge", reverse("funds")), (fund.name, fund.get_absolute_url())]
    return linked.script(linked.fund(site, fund), linked.trail(site, steps))
