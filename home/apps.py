from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The front door."""

    name = "home"
    verbose_name = "Front door"
