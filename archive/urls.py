"""The addresses of what is public. Showcases are Wagtail pages and have theirs from the tree."""

from django.urls import path, re_path

from archive.proposing import desk
from archive.views import browse, funds, places, showcases, story, timeline
from media.refs import ALPHABET, LENGTH

STORY = rf"^stories/(?P<slug>[-\w]+)-(?P<ref>[{ALPHABET}]{{{LENGTH}}})/$"
COPY = (
    r"^showcases/(?P<slug>[-\w]+)/(?P<name>(?:booklet|booklet-to-print|poster)\.pdf|to-keep\.zip)$"
)

urlpatterns = [
    path("desk/showcases/", desk.showcases, name="desk_showcases"),
    path("desk/showcases/<int:pk>/", desk.propose, name="desk_showcase"),
    path("stories/", browse.browse, name="stories"),
    path("stories/suggestions/", browse.suggest, name="story_suggestions"),
    re_path(STORY, story.story, name="story"),
    path("places/", places.places, name="places"),
    path("places/<slug:slug>/", places.place, name="place"),
    path("funds/", funds.funds, name="funds"),
    path("funds/<slug:slug>/", funds.fund, name="fund"),
    path("map/", places.drawn_map, name="map"),
    re_path(COPY, showcases.copy, name="showcase_copy"),
    path("timeline/", timeline.timeline, name="timeline"),
]
