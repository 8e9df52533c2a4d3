"""Addresses that are not pages: what machines ask, and the style guide."""

from django.urls import path

from home import health, processing, style_guide

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("privacy/record/", processing.record, name="processing"),
    path("style-guide/", style_guide.style_guide, name="style_guide"),
]
