"""The addresses of the archive. People print them on posters, so they stay."""

from allauth.account.views import LoginView, LogoutView
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("", include("home.urls")),
    path("language/", set_language, name="set_language"),
    path("files/", include("media.urls")),
    path("join/", include("families.joining.urls")),
    path("agree/", include("families.giving.urls")),
    path("desk/consent/", include("families.giving.desk_urls")),
    path("desk/family/", include("families.joining.desk_urls")),
    path("desk/", include("stories.contribute.urls")),
    path("news/", include("stories.news.urls")),
    path("", include("stories.worries.urls")),
    path("", include("archive.outside.urls")),
    path("", include("archive.urls")),
    path("account/", include("families.sign_in.urls")),
    path("account/", include("allauth.urls")),
    # Last of the names that allauth gives as well, so that these are the addresses it uses.
    path("sign-in/", LoginView.as_view(), name="account_login"),
    path("sign-out/", LogoutView.as_view(), name="account_logout"),
    # One way in, so that no second door goes round its limits; and no file beside the one door.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include("families.admin.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(wagtail_urls)),
]
