from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StoriesConfig(AppConfig):
    """A memory, from first draft to publication."""

    name = "stories"
    verbose_name = "Memories"

    def ready(self) -> None:
        """Join the registries and signals of the layers below."""
        from django.db.models.signals import post_save

        from families import belongings, erasure
        from families.consent import consent_withdrawn
        from families.giving import memories
        from families.models import School
        from media import visibility
        from media.admin import boundary
        from media.resumable import destinations
        from media.signals import item_ready
        from stories import (
            access,
            hearing_back,
            in_pictures,
            ledger,
            lifecycle,
            phrases,
            staff_memories,
            workflow_letters,
        )
        from stories.belongings import memories_of, portfolio_of
        from stories.contribute import arriving
        from stories.erasure import MEMORIES
        from stories.index import engines, following

        workflow_letters.keep_quiet_about_memories()
        memories.register(hearing_back.Shelf())
        visibility.register(hearing_back.sight_of_who_hears_back)
        staff_memories.join()
        belongings.register("stories", memories_of)
        belongings.register("portfolio", portfolio_of)
        erasure.register(MEMORIES)
        visibility.register(access.sight_of_item)
        visibility.register(access.sight_of_fund_picture)
        visibility.register(access.sight_of_crest)
        boundary.keep(access.items_of_the_lead_alone)
        destinations.register(arriving.check, arriving.place)
        consent_withdrawn.connect(
            lifecycle.withdraw_without_consent, dispatch_uid="stories.withdraw_without_consent"
        )
        post_save.connect(phrases.begin_with, sender=School, dispatch_uid="stories.phrases")
        consent_withdrawn.connect(ledger.note_refusal, dispatch_uid="stories.note_refusal")
        item_ready.connect(
            in_pictures.look_when_ready, dispatch_uid="stories.in_pictures.look_when_ready"
        )
        following.connect()
        post_migrate.connect(engines.install, sender=self, dispatch_uid="stories.index.install")
