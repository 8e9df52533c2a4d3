"""What belongs to ``/desk/family/``."""

from django.urls import path

from families.joining import desk

urlpatterns = [
    path("ask/", desk.ask, name="desk_family_ask"),
    path("<int:pk>/invite/", desk.invite, name="desk_family_invite"),
    path(
        "<int:pk>/invitations/<int:number>/call-back/", desk.call_back, name="desk_family_call_back"
    ),
    path("<int:pk>/invitations/<int:number>/card/", desk.card, name="desk_family_card"),
]
