"""The record of processing: what is kept of whom, why the law allows it, and for how long.

UK GDPR, article 30, asks for it, and the Oral History Society for a lawful basis that is not
consent alone. The school's data protection officer decides; this says what the software does.
A test fails where a table that points at an account or a person is of no kind here.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from families.consent import AFTER_LEAVING
from families.models.countdown import CLOCK
from stories.models.parcel import LASTS


class Basis(models.TextChoices):
    """Article 6(1) of the UK GDPR, as far as it is used here, in plain words."""

    PUBLIC_TASK = "e", "A school’s public task"
    LEGAL_DUTY = "c", "A duty that the law gives us"
    LEGITIMATE = "f", "A good reason that harms nobody"


@dataclass(frozen=True)
class Processing:
    """One kind of processing. ``tables`` are the models, as ``app.Model``, that it fills."""

    what: str
    whose: str
    why: str
    basis: Basis
    kept: str
    seen_by: str
    tables: frozenset[str]


RECORD = (
    Processing(
        what="Accounts: the name on screen, the school, the class, the family, how you sign in",
        whose="Students, families and staff",
        why="So that only the right people come in, and find their own things.",
        basis=Basis.PUBLIC_TASK,
        kept=f"Until you ask us to delete it. Then it goes after {CLOCK.days} days.",
        seen_by="You and the staff of your school",
        tables=frozenset(
            {
                "account.EmailAddress",
                "families.Family",
                "families.FamilyMember",
                "families.Invitation",
                "families.Leaving",
                "families.User_groups",
                "families.User_user_permissions",
                "mfa.Authenticator",
                "usersessions.UserSession",
            }
        ),
    ),
    Processing(
        what="Memories: words, pictures, sounds, films and papers, and who is in them",
        whose="Whoever tells, gathers, is seen, is heard or is talked about",
        why="An archive keeps what a neighbourhood remembers, for everybody who comes later.",
        basis=Basis.PUBLIC_TASK,
        kept=f"For good, unless you delete it. Then it goes after {CLOCK.days} days. We put "
        "nothing on the web without a yes of everybody in it. A yes lasts a year, and no longer "
        f"than {AFTER_LEAVING.days} days once somebody has left the school.",
        seen_by="You and the staff of your school; others only as you say",
        tables=frozenset(
            {
                "families.Guardianship",
                "families.Person",
                "media.HeldPassage",
                "media.HiddenArea",
                "media.Item",
                "media.ResumableUpload",
                "media.TranscriptRevision",
                "stories.Assignment",
                "stories.Feedback",
                "stories.FindingReview",
                "stories.FirstYes",
                "stories.KeptPoint",
                "stories.Mending",
                "stories.PartingWord",
                "stories.PlaceSuggestion",
                "stories.Portfolio",
                "stories.PublicDocument",
                "stories.PublicationPlan",
                "stories.StaffDocument",
                "stories.Story",
                "stories.StoryPerson",
                "stories.Undoable",
                "stories.YearlyLook",
            }
        ),
    ),
    Processing(
        what="Every yes and no, with the words that were asked, and photos of signed papers",
        whose="Whoever is in a memory, and parents and guardians",
        why="We have to be able to show who said what. So it is only ever added to.",
        basis=Basis.LEGAL_DUTY,
        kept="For as long as the archive is there. If you leave, your name goes out of it.",
        seen_by="You and the staff of your school",
        tables=frozenset({"families.Consent", "families.ConsentWording", "media.ConsentEvidence"}),
    ),
    Processing(
        what="Worries, requests to take something down, and what was done about them",
        whose="Whoever tells us, and whom it is about",
        why="Schools have to keep children safe, and to write down how they did.",
        basis=Basis.LEGAL_DUTY,
        kept="For as long as the school’s safeguarding rules say.",
        seen_by="The school’s safeguarding lead alone",
        tables=frozenset({"stories.Incident", "stories.Worry", "stories.WorryNote"}),
    ),
    Processing(
        what="The log: who of the staff looked at what, and who changed what",
        whose="Staff, and whoever changes who may see something",
        why="So that nobody looks at what is private without leaving a trace.",
        basis=Basis.LEGAL_DUTY,
        kept="For as long as the archive is there. Names in it are taken out with the account.",
        seen_by="The school’s safeguarding lead",
        tables=frozenset({"wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"}),
    ),
    Processing(
        what="News about your memories, and your e-mail address if you want letters",
        whose="Students and families",
        why="So that you hear what becomes of what you told. Letters come only if you ask.",
        basis=Basis.LEGITIMATE,
        kept="Until you delete everything about you. Letters stop with one press.",
        seen_by="You alone",
        tables=frozenset({"stories.NewsByMail", "stories.NewsItem"}),
    ),
    Processing(
        what="What you asked us to pack or to delete, while we do it",
        whose="Students and families",
        why="The law gives you these rights. We have a month to answer.",
        basis=Basis.LEGAL_DUTY,
        kept=f"A parcel for {LASTS.days} days, a clock until it has run down.",
        seen_by="You alone",
        tables=frozenset({"stories.Deletion", "stories.Parcel"}),
    ),
    Processing(
        what="Work on showcases: what students propose, and the name they want beside it",
        whose="Students",
        why="So that a class can make a showcase together, and be named for it if they want.",
        basis=Basis.PUBLIC_TASK,
        kept="Until you delete everything about you. Your name goes as soon as you say no to it.",
        seen_by="You and the staff of your school; your name everybody, if you said yes to both",
        tables=frozenset({"archive.Proposal"}),
    ),
    Processing(
        what="The work of the staff: showcases, trays, pages, pictures of the library, drafts, "
        "settings, and how often they want a letter",
        whose="Staff",
        why="So that two people do not overwrite each other, and we know who wrote what.",
        basis=Basis.LEGITIMATE,
        kept="For as long as the page is there. Settings go with the account.",
        seen_by="Staff",
        tables=frozenset(
            {
                "archive.ShowcaseIndexPage",
                "archive.ShowcasePage",
                "archive.TrayStory",
                "archive.WelcomedBack",
                "home.HomePage",
                "home.PlainPage",
                "media.Paper",
                "media.Picture",
                "media.Recording",
                "stories.StaffDigest",
                "wagtailadmin.EditingSession",
                "wagtailadmin.FormState",
                "wagtailcore.APIToken",
                "wagtailcore.Comment",
                "wagtailcore.CommentReply",
                "wagtailcore.Page",
                "wagtailcore.PageSubscription",
                "wagtailcore.Revision",
                "wagtailcore.TaskState",
                "wagtailcore.UploadedFile",
                "wagtailcore.WorkflowState",
                "wagtaildocs.Document",
                "wagtailimages.Image",
                "wagtailmedia.Media",
                "wagtailusers.UserProfile",
            }
        ),
    ),
)


@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """For everybody to read, since it says nothing of anybody."""
    return render(request, "home/processing.html", {"record": RECORD})
