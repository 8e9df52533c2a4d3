"""What the families layer adds to the Wagtail admin."""

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy

from families.admin import administrators, leaving
from families.admin.boundary import SchoolPolicy
from families.admin.groups import AdministratorsPolicy, SchoolsViewSet
from families.admin.look import LookPolicy, LookViewSet
from families.admin.menu import PeopleGroup
from families.admin.wordings import WordingsViewSet
from families.audit import report, words
from families.models import Family, Person, ReporterClass, School, SchoolLook
from families.reports import report as reports
from families.reports.yeses import YesesReport

# Before any viewset asks for a policy, because the first answer is kept.
for model in (Person, ReporterClass, Family):
    register_permission_policy(model, SchoolPolicy(model))
register_permission_policy(School, AdministratorsPolicy(School))
register_permission_policy(SchoolLook, LookPolicy(SchoolLook))


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    return [
        PeopleGroup(),
        SchoolsViewSet(),
        WordingsViewSet(),
        LookViewSet(),
    ]


hooks.register("register_log_actions", words.register)
hooks.register("register_reports_menu_item", leaving.menu_item)
hooks.register("register_admin_urls", lambda: leaving.urlpatterns)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("construct_reports_menu", administrators.without_their_reports)
hooks.register("register_admin_urls", lambda: report.urlpatterns)
hooks.register("register_reports_menu_item", lambda: reports.menu_item(YesesReport, 40))
hooks.register("register_admin_urls", lambda: reports.urlpatterns(YesesReport))

INVITATIONS = {
    "families.invite": "Invitation made",
    "families.call_back": "Invitation called back",
    "families.word": "Question of consent worded anew",
    "families.join": "Joined the family",
    "families.enrol": "Sign-in made",
    "families.new_card": "New card made",
    "families.move": "Moved to another class",
    "families.leave": "Left the school",
    "families.come_back": "Came back to the school",
    "families.ask": "Asked for a family",
    "families.agree_to_family": "Said yes to a family",
    "families.turn_down_family": "Said no to a family",
}


@hooks.register("register_log_actions")
def register_vocabulary(actions: Any) -> None:
    """The audit vocabulary. A word that is not here cannot be logged about people."""

    @actions.register_action("families.consent")
    class ConsentFormatter(LogFormatter):
        """Says what was answered, not by whom: the row itself knows that."""

        label = "Consent recorded"

        def format_message(self, log_entry: Any) -> str:
            return f"Answered “{log_entry.data['decision']}” about “{log_entry.data['scope']}”"

    for word, label in INVITATIONS.items():
        actions.register_action(word, label, label)


@hooks.register("insert_global_admin_css")
def classes_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("families/classes.css"))
