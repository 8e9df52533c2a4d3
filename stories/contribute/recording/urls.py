"""Recording for one memory, under ``/desk/stories/<ref>/record/``."""

from django.urls import path

from stories.contribute.recording import views

urlpatterns = [
    path("", views.choose, name="desk_record"),
    path("sound/", views.sound, name="desk_record_sound"),
    path("film/", views.film, name="desk_record_film"),
    path("picture/", views.picture, name="desk_record_picture"),
]
