"""What the archive adds to the staff's room."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail import hooks

from archive.bulk import AddToShowcase
from archive.choosers import PublicStoryChooserViewSet, public_story_chooser
from families.models import User
from families.roles import is_administrator
from media.models import Picture

hooks.register("register_bulk_action", AddToShowcase)


@hooks.register("register_admin_viewset")
def choose_public_memories() -> PublicStoryChooserViewSet:
    """The window in which a memory is chosen for a showcase."""
    return public_story_chooser


@hooks.register("construct_image_chooser_queryset")
def pictures_of_the_school(pictures: QuerySet[Picture], request: HttpRequest) -> QuerySet[Picture]:
    """Each school's library is its own; pictures that belong to no school are everybody's."""
    user = request.user
    if not isinstance(user, User) or is_administrator(user):
        return pictures
    return pictures.filter(Q(item__school=None) | Q(item__school=user.school_id))
