"""What the archive's pages and Wagtail itself hold of somebody who leaves.

Pages and log entries go on naming the account, which is masked by then; what is only a
trace of somebody's work on a screen goes.
"""

from __future__ import annotations

from wagtail.admin.models import EditingSession
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from families.erasure import Eraser
from families.models import User


def erase_traces(user: User) -> None:
    """Settings, comments and open editors."""
    for model in (EditingSession, CommentReply, Comment, PageSubscription, UserProfile):
        model.objects.filter(user=user).delete()


PAGES = Eraser(
    name="archive",
    holds="Pages they own, comments, and their settings in the staff's room.",
    claims=frozenset(
        {
            "archive.ShowcaseIndexPage.locked_by",
            "archive.ShowcaseIndexPage.owner",
            "archive.ShowcasePage.locked_by",
            "archive.ShowcasePage.owner",
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
