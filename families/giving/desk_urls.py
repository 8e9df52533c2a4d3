"""The addresses of consent at the desk: `/desk/consent/…`."""

from django.urls import path

from families.giving import desk, handing_over

urlpatterns = [
    path("", desk.my_consent, name="desk_consent"),
    path("answer/", desk.answer_now, name="desk_consent_answer"),
    path("take-back/", desk.take_back, name="desk_consent_take_back"),
    path("hand-over/<int:pk>/", handing_over.hand_over, name="desk_consent_hand_over"),
]
