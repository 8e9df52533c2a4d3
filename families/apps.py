from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """Who people are and what they allow."""

    name = "families"
    verbose_name = "People and families"
