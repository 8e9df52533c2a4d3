from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FamiliesConfig(AppConfig):
    """Who people are and what they allow."""

    name = "families"
    verbose_name = "People and families"

    def ready(self) -> None:
        """Listen to what the audit log has to hold; keep answers as they were given."""
        from families import belongings, erasure, unchanging
        from families.audit.listening import listen
        from families.sessions import listening

        listen()
        belongings.register("families", belongings.about_the_account)
        erasure.register(erasure.ACCOUNTS)
        listening.listen()
        post_migrate.connect(unchanging.install, sender=self, dispatch_uid="families.unchanging")
