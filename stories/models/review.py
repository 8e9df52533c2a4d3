"""The one task in the review of a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.models import Task, TaskState

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from families.models import User
    from stories.models.story import Story


class ReviewTask(Task):
    """A teacher of the same school reads the memory.

    Decisions are made on the moderation page, which shows what the gate says, so
    this task offers no buttons of its own in Wagtail's editor.
    """

    class Meta:
        verbose_name = "reading by a teacher"

    def user_can_access_editor(self, obj: Story, user: User) -> bool:
        from stories import access

        return access.may_review(user, obj)

    def locked_for_user(self, obj: Story, user: User) -> bool:
        return not self.user_can_access_editor(obj, user)

    def get_actions(self, obj: Story, user: User) -> list[tuple[str, str, bool]]:
        return []

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> QuerySet[TaskState]:
        """Of their own school, for its staff: what is held is not among them."""
        from families.roles import is_staff_of
        from stories.models import Story

        school = user.school if is_staff_of(user, user.school_id) else None
        waiting = Story.objects.awaiting_review(school)
        refs = [str(pk) for pk in waiting.values_list("pk", flat=True)]
        states: QuerySet[TaskState] = TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task=self.task_ptr,
            workflow_state__object_id__in=refs,
        )
        return states

    @classmethod
    def get_description(cls) -> str:
        return "A teacher of the same school reads it on the moderation page."
