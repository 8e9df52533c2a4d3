"""Wagtail's own letters about workflows, which would say a memory's title in their subject.

Who wants to hear of memories hears of them by ``stories.news`` and ``stories.digests``,
in letters that say nothing of anybody. About pages Wagtail writes as ever.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from stories.models import Story


class NotAboutMemories:
    """Passes everything on to Wagtail's notifier that is not about a memory."""

    def __init__(self, notifier: Any) -> None:
        self.notifier = notifier

    def __call__(self, instance: WorkflowState, **told: Any) -> bool:
        if isinstance(instance.content_object, Story):
            return True
        return bool(self.notifier(instance=instance, **told))


QUIET = {
    "workflow_state_submitted_email_notification": (
        workflow_submitted,
        NotAboutMemories(mail.WorkflowStateSubmissionEmailNotifier()),
    ),
    "workflow_state_rejected_email_notification": (
        workflow_rejected,
        NotAboutMemories(mail.WorkflowStateRejectionEmailNotifier()),
    ),
    "workflow_state_approved_email_notification": (
        workflow_approved,
        NotAboutMemories(mail.WorkflowStateApprovalEmailNotifier()),
    ),
}
"""By Wagtail's own name for each, so that whoever connects first, there is only ours."""


def keep_quiet_about_memories() -> None:
    """Stand in Wagtail's place; before or after Wagtail itself is ready."""
    for name, (signal, quiet) in QUIET.items():
        signal.disconnect(sender=WorkflowState, dispatch_uid=name)
        signal.connect(quiet, sender=WorkflowState, dispatch_uid=name)
