from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """What is public."""

    name = "archive"
    verbose_name = "Archive"

    def ready(self) -> None:
        """Join the registries of the layers below, and of Wagtail and the database."""
        from django.db.backends.signals import connection_created

        from archive import folding, permissions
        from archive.erasure import PAGES
        from families import erasure
        from media import visibility

        connection_created.connect(folding.teach, dispatch_uid="archive.folding.teach")
        erasure.register(PAGES)
        visibility.register(permissions.sight_of_picture)
        permissions.register()
