"""Templates and static files: ours are in ``design/`` and in each application."""

from config.settings.paths import BASE_DIR, VAR

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "design" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "families.language.offered",
                "families.look.in_templates",
                "home.context.demonstration",
                "home.navigation.in_templates",
                "stories.contribute.reading_help.in_templates",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "design" / "static"]
