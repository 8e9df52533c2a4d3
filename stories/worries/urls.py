"""Telling somebody: addresses that are printed on posters."""

from django.urls import path

from stories.worries import views

urlpatterns = [
    path("worry/", views.worry, name="worry"),
    path("takedown/", views.takedown, name="takedown"),
    path("takedown/<slug:ref>/", views.takedown_status, name="takedown_status"),
]
