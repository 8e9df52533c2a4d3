"""The address of the one door, below `/files/`; it stays for ever."""

from django.urls import path

from media import door

urlpatterns = [
    path("<str:ref>/<str:derivative>", door.file, name="file"),
    path("<path:rest>", door.nothing),
    path("", door.nothing),
]
