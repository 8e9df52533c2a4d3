"""The applications, lowest layer first, and what they stand on."""

INSTALLED_APPS = [
    "families",
    "media",
    "stories",
    "archive",
    "home",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "families.admin.users_app.StaffUsers",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# Commands that the worker runs once a day.
NIGHTLY = ["nightly"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "families.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "families.middleware.PrivateUnlessPublic",
    "families.sessions.idle.EndIdle",
    "families.second_factor.StaffSecondFactor",
    "families.giving.hearing.WhoHearsBack",
]
