"""The curators’ addresses in the staff’s room."""

from __future__ import annotations

from django.urls import URLPattern, path

from archive.curating.again import AgainView
from archive.curating.sharing_room import ReadView, SharedView, SharingView
from archive.curating.tray_room import AddSeveralView, AddToTrayView, TrayView
from archive.proposing.room import ProposalsView, ProposalView

urlpatterns: list[URLPattern] = [
    path("tray/", TrayView.as_view(), name="tray"),
    path("tray/add/", AddSeveralView.as_view(), name="tray_add_one"),
    path("tray/add/<slug:ref>/", AddToTrayView.as_view(), name="tray_add"),
    path("showcases/shared/", SharedView.as_view(), name="showcases_shared"),
    path("showcases/<int:pk>/read/", ReadView.as_view(), name="showcase_read"),
    path("showcases/<int:pk>/sharing/", SharingView.as_view(), name="showcase_sharing"),
    path("showcases/<int:pk>/proposals/", ProposalsView.as_view(), name="showcase_proposals"),
    path(
        "showcases/<int:pk>/proposals/<int:proposal>/",
        ProposalView.as_view(),
        name="showcase_proposal",
    ),
    path("showcases/<int:pk>/again/<slug:ref>/", AgainView.as_view(), name="showcase_again"),
]
