"""How signing in behaves: accounts are made by the school, never by whoever comes along."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from families.roles import is_contributor


class Adapter(DefaultAccountAdapter):
    """Closes sign-up, and sends each person to the room where they work."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The desk for students and families, the Wagtail admin for staff."""
        return "/desk/" if is_contributor(request.user) else "/admin/"
