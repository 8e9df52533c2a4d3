"""Who gets in where, by hand. An address without a row is for nobody: its test fails.

For an address that names a thing, "in" means that the answer differs in any way from
that for a thing that does not exist. For one that names nothing, it means not being
sent away. The thing is always that of one student, with the status "with a teacher",
shared with the family. The first row that fits counts.
"""

from __future__ import annotations

import re

NOBODY: frozenset[str] = frozenset()
AUTHOR = frozenset({"author"})
FAMILY = AUTHOR | {"relative"}
CONTRIBUTORS = FAMILY | {"classmate", "neighbour", "foreign student", "foreign relative"}
STAFF = frozenset({"teacher", "lead"})
LEAD = frozenset({"lead"})
ALL_LEADS = LEAD | {"other lead"}
ALL_STAFF = STAFF | {"stranger", "other lead"}
ADMINISTRATOR = frozenset({"administrator"})
ADMIN_ROOM = ALL_STAFF | ADMINISTRATOR
SIGNED_IN = CONTRIBUTORS | ADMIN_ROOM
EVERYBODY = SIGNED_IN | {"visitor"}
OUTSIDE = CONTRIBUTORS | {"visitor"}
"""Those whom the sign-in page lets go on; staff are sent to their room."""

LISTS = r"(?:new/|results/)?$"
"""The pages of a room of Wagtail's that name no row: each shows one's own school's rows."""

ROW = r"(?:edit|history|history-results)/<int:pk>/$"

Rows = list[tuple[str, frozenset[str]]]

WAGTAIL: Rows = [
    # Signing in and out, and what allauth shows to whoever comes along.
    (r"(sign-in|account/(login(/code(/confirm)?)?|signup))/$", OUTSIDE),
    (r"account/2fa/(authenticate|webauthn/login)/$", CONTRIBUTORS),
    (
        r"account/2fa/webauthn/keys/|account/2fa/(recovery-codes/(download/)?|totp/deactivate/)$",
        NOBODY,
    ),
    (r"account/2fa/.", SIGNED_IN),
    (r"sign-out/$|account/(2fa|confirm-email|email|inactive|logout|password/reset)/", EVERYBODY),
    # One's own account; a passkey and spare codes are shown after the password alone.
    (r"account/(password/(change|set)|reauthenticate|sessions)/$", SIGNED_IN),
    # Wagtail's furniture, and nothing of anybody's.
    (r"admin/(jsi18n|sprite)/$", EVERYBODY),
    (r"admin/login/$", SIGNED_IN),
    (r"admin/(account/|dismissibles/|failwhale/|tag-autocomplete/|test404/)?$", ADMIN_ROOM),
    (r"admin/(choose-|embeds/chooser/)", ADMIN_ROOM),
    (r"admin/editing-sessions/ping/", STAFF),
    (r"admin/editing-sessions/release/", ADMIN_ROOM),
    # Showcases, and the shelf of what staff put on them, are made by all schools together.
    (r"admin/api/main/pages/<int:pk>/", STAFF | ADMINISTRATOR),
    (r"admin/api/main/(documents|images)/<int:pk>/$", ADMIN_ROOM),
    (r"admin/api/main/(documents|images|pages)/$", ADMIN_ROOM),
    (r"admin/(documents|images)/multiple/(create_from|delete_upload)", NOBODY),
    (r"admin/(documents|images|media)/", ADMIN_ROOM),
    (r"admin/pages/(<int:page_id>/convert_alias|create)/", NOBODY),
    # The first only leads on, whether there is a page or not; the others ask for a task.
    (r"admin/pages/(<int:page_id>/revisions/$|workflow/(action|collect_action_data)/)", NOBODY),
    (r"admin/pages/", ADMIN_ROOM),
    (r"admin/public_memories/(results/)?$", ADMIN_ROOM),
    (r"admin/reports/(aging-pages|page-types-usage|site-history)/", ADMIN_ROOM),
    # The administrators' rooms.
    (r"admin/reports/(locked|workflow|workflow_tasks)/", ADMINISTRATOR),
    (rf"admin/sites/({LISTS}|(copy|edit)/)", NOBODY),
    (r"admin/workflows/(add|edit|list|tasks/(add|index|select_type))/", NOBODY),
    (r"admin/(groups|sites|users|workflows)/", ADMINISTRATOR),
    (r"admin/collections/<int:collection_id>/privacy/$", ADMINISTRATOR),
]
"""What Wagtail and allauth answer."""

TABLE: Rows = [
    # What everybody may see.
    (r"(stories|places|funds|map|timeline|style-guide|worry|takedown)/$", EVERYBODY),
    (r"(stories/suggestions|walk)/$", EVERYBODY),
    (r"map/stories\.json$", EVERYBODY),
    (r"(healthz|readyz)$", EVERYBODY),
    # Which language the desk speaks is a choice of their own, for everybody.
    (r"language/$", EVERYBODY),
    (r"privacy/record/$", EVERYBODY),
    (r"(places|funds)/<slug:slug>/$", EVERYBODY),
    (r"takedown/<slug:ref>/$", EVERYBODY),
    # The links in a letter: whoever has them.
    (r"news/(stop|yes)/<str:token>/$", EVERYBODY),
    # What machines and other sites ask of everything that is public.
    (r"(robots\.txt|sitemap\.xml|sitemap-<slug:section>\.xml|card\.jpg|oembed/|qr/)$", EVERYBODY),
    (r"stories/feed/$", EVERYBODY),
    (r"(places|funds)/<slug:slug>/(feed/|card\.jpg)$", EVERYBODY),
    # The memory of this table is not public, and neither is its showcase: a draft, of which
    # nothing can be taken along or kept.
    (r"stories/<slug>-<ref>/(card\.jpg)?$", NOBODY),
    (r"embed/(stories/<slug:ref>|showcases/<str:slug>)/$", NOBODY),
    (r"showcases/", NOBODY),
    # Files: the original is its sender's and the staff's of the school.
    (r"files/<str:ref>/<str:derivative>$", AUTHOR | STAFF),
    (r"files/(<path:rest>)?$", NOBODY),
    # Invitations: whoever holds a code; a code that is wrong looks the same for a while.
    (r"join/<str:code>/$", NOBODY),
    (r"join/", EVERYBODY),
    (r"agree/<str:code>/$", NOBODY),
    (r"agree/", EVERYBODY),
    # One's own account.
    (r"account/(here/)?$", SIGNED_IN),
    (r"account/second-step/$", NOBODY),
    # The desk as an app: the same for everybody, and nothing of anybody's.
    (r"desk/(manifest\.webmanifest|offline/|sw\.js)$", EVERYBODY),
    # The desk.
    (
        r"desk/(consent/|drafts/|everything/|family/|family/ask/|my-things/|news/|news/choices/"
        r"|reading-help/|recording-key/|stories/new/|uploads/)?$",
        SIGNED_IN,
    ),
    # A card says thank you for what is public, and this memory is not.
    (r"desk/stories/<slug:ref>/thanks/", NOBODY),
    (r"desk/stories/new/quick/$", SIGNED_IN),
    (r"desk/stories/<slug:ref>/(read|withdraw)/$", FAMILY),
    (r"desk/stories/<slug:ref>/", AUTHOR),
    (r"desk/items/<slug:ref>/hide/$", AUTHOR | STAFF),
    (r"desk/items/<slug:ref>/transcript/$", AUTHOR | STAFF),
    (r"desk/my-things/<slug:token>/$", AUTHOR),
    (r"desk/consent/(answer|take-back)/$", AUTHOR),
    (r"desk/consent/hand-over/<int:pk>/$", FAMILY),
    (r"desk/uploads/<slug:token>/$", AUTHOR),
    (r"desk/portfolio/", SIGNED_IN),
    (r"desk/family/<int:pk>/(invite|invitations/<int:number>/(call-back|card))/$", FAMILY | STAFF),
    # A showcase is opened to one class; the students of it propose an order.
    (r"desk/showcases/$", SIGNED_IN),
    (r"desk/showcases/<int:pk>/$", AUTHOR | {"classmate"}),
    # Making showcases: one's own tray, and the drafts of one's own school.
    (r"admin/tray/$", ADMIN_ROOM),
    # The memory of this table is not public, so it is in no tray and in no showcase again.
    (r"admin/tray/add/|admin/showcases/<int:pk>/again/", NOBODY),
    (r"admin/showcases/shared/$", ADMIN_ROOM),
    (r"admin/showcases/<int:pk>/", STAFF | ADMINISTRATOR),
    # The staff's room: one's own school.
    (r"admin/portfolios/$", ALL_STAFF),
    # Nobody in this table has shown theirs.
    (r"admin/portfolios/<int:pk>/", NOBODY),
    (rf"admin/(people|accounts|classes|families)/{LISTS}", ALL_STAFF),
    (r"admin/files/(results/)?$", ALL_STAFF),
    (r"admin/files/<int:pk>/(again|stop)/$", STAFF),
    (r"admin/(people|classes|families)/usage/<int:pk>/$", STAFF),
    (r"admin/classes/<int:pk>/students/((add|back|cards|leave|move)/)?$", STAFF),
    (r"admin/families/<int:pk>/(invite|invitations/<int:number>/(call-back|card))/$", STAFF),
    (r"admin/families/<int:pk>/asked-for/$", STAFF),
    (r"admin/evidence/<int:pk>/<slug:number>/$", STAFF),
    (r"admin/items/<slug:ref>/(focal|hide|transcript)/$", STAFF),
    (r"admin/place_suggestions/(results/)?$", ALL_STAFF),
    (rf"admin/place_suggestions/{ROW}", STAFF),
    (rf"admin/(people|accounts|classes|families)/{ROW}", STAFF),
    (r"admin/people/<int:pk>/(consents|ask)/$", STAFF),
    (r"admin/ask-again/$", ALL_STAFF),
    (r"admin/moderation/(results/)?$", ALL_STAFF),
    (r"admin/moderation/choose/((results|chosen-multiple)/)?$", ADMIN_ROOM),
    (r"admin/moderation/(edit|preview|usage|history|history-results)/<int:pk>/$", STAFF),
    (r"admin/moderation/history/<int:pk>/revisions/<int:revision_id>/(view|revert)/$", STAFF),
    (r"admin/moderation/history/<pk>/revisions/compare/", STAFF),
    (r"admin/moderation/workflow_history/<int:pk>/", STAFF),
    (r"admin/moderation/review/<slug:ref>/", STAFF),
    # Whoever decided it, and nobody else.
    (r"admin/moderation/undo/<int:number>/$", frozenset({"teacher"})),
    (r"admin/moderation/reminders/<int:reporter_class>/$", STAFF),
    (r"admin/moderation/choose/chosen/<str:pk>/$", STAFF),
    (r"admin/public_memories/chosen-multiple/$", ADMIN_ROOM),
    (rf"admin/assignments/{LISTS}", ALL_STAFF),
    (rf"admin/assignments/({ROW}|(usage|delete)/<int:pk>/$)", STAFF),
    (rf"admin/phrases/{LISTS}", ALL_STAFF),
    (rf"admin/phrases/({ROW}|(usage|delete)/<int:pk>/$)", STAFF),
    (r"admin/decks/new/$", ALL_STAFF),
    (r"admin/decks/(results/)?$", ADMIN_ROOM),
    (rf"admin/decks/({ROW}|usage/<int:pk>/$|<int:pk>/look/$)", STAFF),
    (r"admin/reports/(children-shown|covered|taking-part|yeses)/(results/)?$", ALL_STAFF),
    # No picture of this world is public.
    (r"admin/reports/children-shown/looked/$", NOBODY),
    # The lead alone.
    (r"admin/worries/(results/)?$", ALL_LEADS),
    (rf"admin/worries/{ROW}", LEAD),
    (r"admin/incidents/$", ALL_LEADS),
    (r"admin/incidents/(child/<int:child>|<int:incident>)/$", LEAD),
    (r"admin/leaving/$", ALL_LEADS),
    (r"admin/leaving/<int:pk>/$", LEAD),
    (rf"admin/whom_to_call/{LISTS}", ALL_LEADS),
    (r"admin/whom_to_call/(edit|history|history-results|delete)/<int:pk>/$", LEAD),
    (r"admin/reports/audit/(results/)?$", ALL_LEADS),
    # What belongs to every school.
    (rf"admin/(places|funds)/({LISTS}|{ROW}|usage/<int:pk>/$)", ADMIN_ROOM),
    (r"admin/places/<int:pk>/merge/$", ADMIN_ROOM),
    (r"admin/funds/(delete|reorder)/<int:pk>/$", ADMIN_ROOM),
    (r"admin/consent-questions/(<slug:scope>/add/)?$", ALL_LEADS | ADMINISTRATOR),
    (rf"admin/navigation/({LISTS}|{ROW}|(delete|reorder)/<int:pk>/$)", ADMINISTRATOR),
    (r"admin/look/$", ALL_STAFF),
    (rf"admin/look/{ROW}", STAFF),
    (rf"admin/schools/({LISTS}|{ROW}|usage/<int:pk>/$)", ADMINISTRATOR),
    *WAGTAIL,
]


def allowed(pattern: str) -> frozenset[str]:
    """Who may get in by this address; nobody where no row fits."""
    return next((roles for row, roles in TABLE if re.match(row, pattern)), NOBODY)
