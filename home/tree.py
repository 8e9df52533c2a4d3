"""The pages that are always there: home, the list of showcases, and the plain words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop
from wagtail.models import Page, Site, WorkflowPage

from archive.models import ShowcaseIndexPage
from home.models import HomePage, NavigationLink, PlainPage

WORDS = Path(__file__).parent / "words"
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Plain:
    """A plain page as it begins; staff may have changed it since."""

    slug: str
    title: str
    introduction: str


PLAIN = (
    Plain("about", "About us", "Who we are, what this is, and who made it."),
    Plain("privacy", "Privacy", "What we keep, why we keep it, and what you can do about it."),
    Plain("accessibility", "Accessibility", "Everybody should be able to use this. Here is how."),
)

LINKED = (
    (NavigationLink.Place.HEAD, "about", gettext_noop("About")),
    (NavigationLink.Place.FOOT, "about", gettext_noop("About us")),
    (NavigationLink.Place.FOOT, "privacy", gettext_noop("Privacy: what we keep, and why")),
    (
        NavigationLink.Place.FOOT,
        "accessibility",
        gettext_noop("Accessibility: using this site your way"),
    ),
)
"""What the head and the foot lead to until staff choose: place, page, words."""


@transaction.atomic
def install() -> None:
    """Make the pages that are missing. What staff wrote stays as they wrote it."""
    home = HomePage.objects.first() or _new_home()
    _site_at(home)
    _welcome_leaves(home)
    if not ShowcaseIndexPage.objects.exists():
        home.add_child(instance=ShowcaseIndexPage(title="Showcases", slug="showcases"))
    for plain in PLAIN:
        if not PlainPage.objects.filter(slug=plain.slug).exists():
            home.add_child(instance=_new_plain(plain))
    _lead_to_plain_pages()
    # Teachers publish showcases themselves; Wagtail's own review of pages has no members here.
    WorkflowPage.objects.all().delete()


def _new_home() -> HomePage:
    """The home page, under the root of the tree."""
    root = Page.get_first_root_node()
    home: HomePage = root.add_child(instance=HomePage(title="Home", slug="front-door"))
    return home


def _site_at(home: HomePage) -> None:
    """The one site, whose root is the home page."""
    if Site.objects.filter(root_page=home).exists():
        return
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": home,
            "hostname": base.hostname or "localhost",
            "port": base.port or DEFAULT_PORTS.get(base.scheme, 80),
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )


def _welcome_leaves(home: HomePage) -> None:
    """Take away the page that Wagtail puts there to say that it works."""
    for page in Page.objects.filter(depth=home.depth).exclude(pk=home.pk):
        if type(page.specific) is Page:
            page.delete()


def _lead_to_plain_pages() -> None:
    """The links that an archive begins with; none where staff have chosen."""
    if NavigationLink.objects.exists():
        return
    pages = {page.slug: page for page in PlainPage.objects.all()}
    for position, (place, slug, words) in enumerate(LINKED):
        if slug in pages:
            NavigationLink.objects.create(
                place=place, page=pages[slug], words=words, position=position
            )


def _new_plain(plain: Plain) -> PlainPage:
    return PlainPage(
        title=plain.title,
        slug=plain.slug,
        introduction=plain.introduction,
        body=(WORDS / f"{plain.slug}.html").read_text(encoding="utf-8"),
    )
