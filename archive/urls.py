"""The addresses of what is public. Showcases are Wagtail pages and have theirs from the tree."""

from django.urls import path, re_path

from archive.copies.asking import ASKED
from archive.proposing import desk
from archive.views import browse, funds, mapping, places, showcases, story, timeline, walk
from media.refs import ALPHABET, LENGTH

STORY = rf"^stories/(?P<slug>[-\w]+)-(?P<ref>[{ALPHABET}]{{{LENGTH}}})/$"
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
    path("map/", mapping.drawn_map, name="map"),
    path("map/stories.json", mapping.stories, name="map_stories"),
    *(
        path(f"showcases/<slug:slug>/{name}", showcases.copy, {"name": name}, name=f"copy_{kind}")
        for name, kind in ASKED.items()
    ),
    path("showcases/<slug:slug>/present/sw.js", showcases.worker, name="slides_worker"),
    path("showcases/<slug:slug>/present/kept.json", showcases.kept_files, name="slides_kept"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("walk/", walk.walk, name="walk"),
]
