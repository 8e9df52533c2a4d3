from django.apps import AppConfig, apps


class ArchiveConfig(AppConfig):
    """What is public."""

    name = "archive"
    verbose_name = "Archive"

    def ready(self) -> None:
        """Join the registries of the layers below, and of Wagtail and the database."""
        from django.db.models.signals import post_delete, post_migrate, pre_migrate
        from wagtail.signals import page_published, page_unpublished

        from archive import belongings, index, news, permissions
        from archive.copies import making
        from archive.erasure import PAGES
        from archive.stamps import triggers
        from families import belongings as things
        from families import erasure
        from media import visibility
        from stories.index import documents

        page_published.connect(
            news.tell_of_showcase,
            sender=apps.get_model("archive", "ShowcasePage"),
            dispatch_uid="archive.news.tell_of_showcase",
        )
        page_unpublished.connect(
            making.let_all_go,
            sender=apps.get_model("archive", "ShowcasePage"),
            dispatch_uid="archive.copies.let_all_go",
        )
        post_delete.connect(
            making.let_go,
            sender=apps.get_model("archive", "ShowcaseCopy"),
            dispatch_uid="archive.copies.let_go",
        )
        erasure.register(PAGES)
        things.register("archive", belongings.proposed_by)
        visibility.register(permissions.sight_of_picture)
        permissions.register()
        documents.make_public_with(index.public_words)
        pre_migrate.connect(triggers.remove, sender=self, dispatch_uid="archive.stamps.remove")
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="archive.stamps.install")
