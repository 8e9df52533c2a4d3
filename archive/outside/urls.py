"""Addresses that other sites and machines ask. They stand before those of Wagtail's pages."""

from django.contrib.sitemaps import views as sitemaps_of_django
from django.urls import path, re_path
from django.views.decorators.http import require_safe

from archive.outside import card_views, codes, embeds, feeds, oembed, sitemaps
from media.refs import ALPHABET, LENGTH

CARD = rf"^stories/(?P<slug>[-\w]+)-(?P<ref>[{ALPHABET}]{{{LENGTH}}})/card\.jpg$"

urlpatterns = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemaps_of_django.index),
        {"sitemaps": sitemaps.PIECES, "sitemap_url_name": "sitemap_piece"},
        name="sitemap_index",
    ),
    path(
        "sitemap-<slug:section>.xml",
        require_safe(sitemaps_of_django.sitemap),
        {"sitemaps": sitemaps.PIECES},
        name="sitemap_piece",
    ),
    path("stories/feed/", require_safe(feeds.Stories()), name="story_feed"),
    path("places/<slug:slug>/feed/", require_safe(feeds.OfPlace()), name="place_feed"),
    path("funds/<slug:slug>/feed/", require_safe(feeds.OfFund()), name="fund_feed"),
    path("showcases/<str:slug>/feed/", require_safe(feeds.OfShowcase()), name="showcase_feed"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("embed/stories/<slug:ref>/", embeds.story, name="embed_story"),
    path("embed/showcases/<str:slug>/", embeds.showcase, name="embed_showcase"),
    path("card.jpg", card_views.front, name="front_card"),
    re_path(CARD, card_views.story, name="story_card"),
    path("showcases/<str:slug>/card.jpg", card_views.showcase, name="showcase_card"),
    path("places/<slug:slug>/card.jpg", card_views.place, name="place_card"),
    path("funds/<slug:slug>/card.jpg", card_views.fund, name="fund_card"),
    path("qr/", codes.code, name="qr"),
]
