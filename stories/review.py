"""The review of a memory as Wagtail's workflow keeps it, moved along by the lifecycle alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Workflow, WorkflowState, WorkflowTask

from stories.models.review import ReviewTask

if TYPE_CHECKING:
    from families.models import User
    from stories.models import Story

NAME = "A teacher reads it"


def install() -> None:
    """Make the workflow of memories where it does not exist yet."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import WorkflowContentType

    from stories.models import Story

    task, _ = ReviewTask.objects.get_or_create(name=NAME)
    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowContentType.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Story), defaults={"workflow": workflow}
    )


def start(story: Story, *, by: User | None) -> None:
    """Begin the review, or go on with the one that asked for changes; by nobody, at night."""
    state: WorkflowState | None = story.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    elif state is None and (workflow := story.get_workflow()) is not None:
        workflow.start(story, user=by)


def ask_for_changes(story: Story, *, by: User, comment: str) -> None:
    if (task_state := _task_state(story)) is not None:
        task_state.reject(user=by, comment=comment)


def approve(story: Story, *, by: User) -> None:
    """Close the review as approved, without the end of a workflow, which would publish again."""
    if (task_state := _task_state(story)) is not None:
        task_state.approve(user=by, update=False)
        state = task_state.workflow_state
        state.status = WorkflowState.STATUS_APPROVED
        state.save()


def cancel(story: Story, *, by: User | None) -> None:
    if (state := story.current_workflow_state) is not None:
        state.cancel(user=by)


def _task_state(story: Story):  # type: ignore[no-untyped-def]
    """The task in progress, or None where there is no review under way."""
    state = story.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        return None
    return state.current_task_state.specific
