"""Telling somebody: two addresses that are printed on posters."""

from django.urls import path

from stories.worries import views

urlpatterns = [
    path("worry/", views.worry, name="worry"),
    path("takedown/", views.takedown, name="takedown"),
]
