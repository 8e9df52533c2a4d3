"""The links of our letters, under ``/news/``."""

from django.urls import path

from stories.news import views

urlpatterns = [
    path("yes/<str:token>/", views.yes, name="news_yes"),
    path("stop/<str:token>/", views.stop, name="news_stop"),
]
