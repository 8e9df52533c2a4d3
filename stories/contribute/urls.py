"""The contributors' desk, under ``/desk/``."""

from django.urls import include, path

from stories.contribute import (
    asking_back,
    editing,
    handing_in,
    leaving,
    listing,
    my_things,
    progress,
    reading,
    reading_help,
    seen_by_teacher,
    taking_back,
    thanking,
    uploading,
    uploads,
)
from stories.contribute.recording import views as recording
from stories.contribute.versions import earlier, mended
from stories.family import room
from stories.news import views as news
from stories.portfolio import desk as portfolio
from stories.questions import desk as cards
from stories.starting import quick, walk

urlpatterns = [
    path("", listing.desk, name="desk"),
    path("family/", room.room, name="desk_family"),
    path("everything/", leaving.everything, name="desk_everything"),
    path("news/", news.news, name="desk_news"),
    path("news/choices/", news.choices, name="desk_news_choices"),
    path("my-things/", my_things.my_things, name="desk_my_things"),
    path("my-things/<slug:token>/", my_things.fetch, name="desk_my_things_fetch"),
    path("portfolio/", portfolio.portfolio, name="desk_portfolio"),
    path("portfolio/portfolio.pdf", portfolio.printed, name="desk_portfolio_printed"),
    path("reading-help/", reading_help.page, name="desk_reading_help"),
    path("items/", include("stories.item_tools.urls")),
    path("", include("stories.contribute.offline.urls")),
    path("uploads/", uploads.uploads, name="desk_uploads"),
    path("uploads/<slug:token>/", uploads.upload, name="desk_upload"),
    path("recording-key/", recording.key, name="desk_recording_key"),
    path("stories/new/", walk.new, name="desk_story_new"),
    path("stories/new/quick/", quick.begin, name="desk_story_quick"),
    path("stories/<slug:ref>/", editing.story, name="desk_story"),
    path("stories/<slug:ref>/quick/", quick.go_on, name="desk_story_quick_on"),
    path("stories/<slug:ref>/cards/", cards.cards, name="desk_story_cards"),
    path("stories/<slug:ref>/files/", uploading.add_file, name="desk_story_files"),
    path("stories/<slug:ref>/record/", include("stories.contribute.recording.urls")),
    path("stories/<slug:ref>/progress/", progress.progress, name="desk_story_progress"),
    path("stories/<slug:ref>/check/", handing_in.check, name="desk_story_check"),
    path("stories/<slug:ref>/ask-back/", asking_back.ask_back, name="desk_story_ask_back"),
    path("stories/<slug:ref>/earlier/", earlier.earlier, name="desk_story_earlier"),
    path("stories/<slug:ref>/mended/", mended.page, name="desk_story_mended"),
    path("stories/<slug:ref>/preview/", reading.preview, name="desk_story_preview"),
    path("stories/<slug:ref>/as-teacher/", seen_by_teacher.page, name="desk_story_as_teacher"),
    path("stories/<slug:ref>/read/", reading.read, name="desk_story_read"),
    path("stories/<slug:ref>/thanks/", thanking.thanks, name="desk_story_thanks"),
    path("stories/<slug:ref>/thanks/card.pdf", thanking.printed, name="desk_story_card_printed"),
    path("stories/<slug:ref>/thanks/card.png", thanking.pictured, name="desk_story_card"),
    path("stories/<slug:ref>/withdraw/", taking_back.withdraw, name="desk_story_withdraw"),
    path("stories/<slug:ref>/delete/", taking_back.delete, name="desk_story_delete"),
    path("stories/<slug:ref>/keep/", taking_back.keep, name="desk_story_keep"),
    path("stories/<slug:ref>/again/", taking_back.bring_back, name="desk_story_again"),
]
