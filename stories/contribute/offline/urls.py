"""The desk as an app, below ``/desk/``."""

from django.urls import path

from stories.contribute.offline import drafts, installing

urlpatterns = [
    path("drafts/", drafts.drafts, name="desk_drafts"),
    path("manifest.webmanifest", installing.manifest, name="desk_manifest"),
    path("offline/", installing.offline, name="desk_offline"),
    path("sw.js", installing.worker, name="desk_worker"),
]
