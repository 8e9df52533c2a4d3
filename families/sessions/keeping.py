"""What the warning on the screen asks: to stay, or to be signed out."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from families.sessions import idle


@require_POST
def still_here(request: HttpRequest) -> HttpResponse:
    """Keep the session, or end it where ``leaving`` is sent; 401 where it has ended already."""
    if not request.user.is_authenticated:
        return JsonResponse({"sign_in": reverse("account_login")}, status=401)
    if "leaving" in request.POST:
        logout(request)
        messages.info(request, idle.AWAY)
    else:
        idle.use(request)
    return HttpResponse(status=204)
