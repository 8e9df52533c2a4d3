"""Addresses under ``/account/`` that are answered here and not by allauth."""

from django.urls import path
from django.views.generic import RedirectView, TemplateView

from families import second_factor
from families.sessions import keeping, listing
from families.sign_in.account import how_you_sign_in

to_your_page = RedirectView.as_view(pattern_name="how_you_sign_in")

urlpatterns = [
    path("", how_you_sign_in, name="how_you_sign_in"),
    path("second-step/", second_factor.second_step, name="second_step"),
    path("here/", keeping.still_here, name="still_here"),
    path("sessions/", listing.sessions, name="usersessions_list"),
    path("2fa/", to_your_page, name="mfa_index"),
    # E-mail addresses are given on joining, and a forgotten password is a new card.
    path("email/", to_your_page, name="account_email"),
    path(
        "password/reset/",
        TemplateView.as_view(template_name="account/password_reset.html"),
        name="account_reset_password",
    ),
]
