"""Where Wagtail's workflow ends: at the lifecycle, never at a publish of its own.

Wagtail imports this while its own models load, so nothing of ours may be
imported before the function is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from families.models import User


def finish_workflow(workflow_state: WorkflowState, user: User | None = None) -> None:
    """Ask the lifecycle to publish a memory; a page is published as Wagtail does."""
    from wagtail.workflows import publish_workflow_state

    from stories import lifecycle
    from stories.models import Story

    subject = workflow_state.content_object
    if not isinstance(subject, Story):
        publish_workflow_state(workflow_state, user=user)
    else:
        lifecycle.publish(subject, by=user)
