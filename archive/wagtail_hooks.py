"""What the archive adds to the staff's room."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks

from archive.bulk import AddToShowcase
from archive.choosers import PublicStoryChooserViewSet, public_story_chooser
from families.models import User
from media.models import Picture
from stories.access import library_of

hooks.register("register_bulk_action", AddToShowcase)


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
