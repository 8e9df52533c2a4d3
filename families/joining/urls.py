"""Joining a family. The fixed names hold vowels, so that no code is ever one of them."""

from django.urls import path

from families.joining import mailed, pages, passwords

urlpatterns = [
    path("", pages.join, name="join"),
    path("password/", passwords.password, name="join_password"),
    path("passkey/", passwords.password, name="join_passkey"),
    path("email/", mailed.email, name="join_email"),
    path("email/code/", mailed.mailed, name="join_mailed"),
    path("<str:code>/", pages.link, name="join_link"),
]
