"""Wagtail: the staff's room. Publishing belongs to the lifecycle, addresses to the door."""

import os

WAGTAIL_SITE_NAME = "Who Do You Think You Are? Community archive"
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_FINISH_WORKFLOW_ACTION = "stories.workflow_end.finish_workflow"
# The lifecycle closes the review itself, as approved.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
# Sends strangers to sign in, and students back to their desk.
WAGTAILADMIN_LOGIN_URL = "/admin/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILDOCS_SERVE_METHOD = "direct"
WAGTAIL_I18N_ENABLED = False
TAGGIT_CASE_INSENSITIVE = True
