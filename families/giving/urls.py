"""The addresses of the questions: `/agree/…`. No code stays in one of them."""

from django.urls import path

from families.giving import answering, coming

urlpatterns = [
    path("", coming.start, name="agree"),
    path("sign-out/", coming.sign_out_and_go_on, name="agree_sign_out"),
    path("hear/", answering.hear, name="agree_hear"),
    path("question/<slug:scope>/", answering.question, name="agree_question"),
    path("check/", answering.check, name="agree_check"),
    path("done/", answering.done, name="agree_done"),
    path("stop/", answering.stop, name="agree_stop"),
    path("<str:code>/", coming.by_link, name="agree_code"),
]
