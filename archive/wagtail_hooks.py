"""What the archive adds to the staff's room."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from archive.bulk import AddToShowcase
from archive.choosers import PublicStoryChooserViewSet, public_story_chooser
from archive.curating import notes, urls, ways_in
from families.models import User
from media.models import Picture
from stories.access import library_of

hooks.register("register_bulk_action", AddToShowcase)

hooks.register("register_admin_urls", lambda: urls.urlpatterns)
hooks.register("register_admin_menu_item", ways_in.tray_item)
hooks.register("register_admin_menu_item", ways_in.shared_item)
hooks.register("construct_wagtail_userbar", ways_in.userbar)
hooks.register("register_snippet_listing_buttons", ways_in.row_buttons)
hooks.register("register_review_buttons", ways_in.review_buttons)
hooks.register("register_page_header_buttons", ways_in.page_buttons)


@hooks.register("register_admin_viewset")
def choose_public_memories() -> PublicStoryChooserViewSet:
    """The window in which a memory is chosen for a showcase."""
    return public_story_chooser


@hooks.register("construct_image_chooser_queryset")
def pictures_of_the_school(pictures: QuerySet[Picture], request: HttpRequest) -> QuerySet[Picture]:
    """Each school’s library is its own; pictures that belong to no school are everybody’s."""
    user = request.user
    mine = library_of(user) if isinstance(user, User) else Picture.objects.none()
    return pictures.filter(pk__in=mine.values("pk"))


@hooks.register("construct_homepage_panels")
def what_showcases_need(request: HttpRequest, panels: list[Any]) -> None:
    """Below what needs somebody now."""
    panels.append(notes.ShowcaseNotes())


@hooks.register("insert_global_admin_css")
def curating_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("archive/curating.css"))
