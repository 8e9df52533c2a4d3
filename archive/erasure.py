"""What the archive's pages and Wagtail itself hold of somebody who leaves.

Pages and log entries go on naming the account, which is masked by then; what is only a
trace of somebody's work on a screen goes.
"""

from __future__ import annotations

from wagtail.admin.models import EditingSession
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from archive.models import Proposal, TrayStory
from families.erasure import Eraser
from families.models import User


def erase_traces(user: User) -> None:
    """Settings, comments, open editors, trays, and what they proposed for showcases."""
    for model in (EditingSession, CommentReply, Comment, PageSubscription, UserProfile):
        model.objects.filter(user=user).delete()
    TrayStory.objects.filter(user=user).delete()
    Proposal.objects.filter(proposed_by=user).delete()


PAGES = Eraser(
    name="archive",
    holds="Pages they own, comments, their tray, proposals and settings in the staff's room.",
    claims=frozenset(
        {
            "archive.Proposal.answered_by",
            "archive.Proposal.proposed_by",
            "archive.ShowcaseIndexPage.locked_by",
            "archive.ShowcaseIndexPage.owner",
            "archive.ShowcasePage.locked_by",
            "archive.ShowcasePage.owner",
            "archive.TrayStory.user",
            "archive.WelcomedBack.said_by",
            "home.HomePage.locked_by",
            "home.HomePage.owner",
            "home.PlainPage.locked_by",
            "home.PlainPage.owner",
            "wagtailadmin.EditingSession.user",
            "wagtailadmin.FormState.user",
            "wagtailcore.APIToken.user",
            "wagtailcore.Comment.resolved_by",
            "wagtailcore.Comment.user",
            "wagtailcore.CommentReply.user",
            "wagtailcore.ModelLogEntry.user",
            "wagtailcore.Page.locked_by",
            "wagtailcore.Page.owner",
            "wagtailcore.PageLogEntry.user",
            "wagtailcore.PageSubscription.user",
            "wagtailcore.Revision.user",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.UploadedFile.uploaded_by_user",
            "wagtailcore.WorkflowState.requested_by",
            "wagtailusers.UserProfile.user",
        }
    ),
    erase=erase_traces,
)
