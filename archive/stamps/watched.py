"""Which rows stand behind which things: what a change of a row makes new.

Each rule is SQL that names the tags of a row, ``{row}`` being the row as it was or as it is.
Whoever shows another table to the public adds it here; a test looks for tables that are read
and not watched.
"""

from __future__ import annotations

from dataclasses import dataclass

OUT = ("status", "live", "held", "audience")
WHEN = ("when_earliest", "when_latest")
ORDER = (*OUT, *WHEN, "context", "first_published_at")
"""What decides in which lists a memory stands, and where."""

IS_OUT = "status = 'published' AND live AND NOT held AND audience = 'everyone'"
THIS_IS_OUT = (
    "{row}.status = 'published' AND {row}.live AND NOT {row}.held AND {row}.audience = 'everyone'"
)
OF_ONE_OUT = "EXISTS (SELECT 1 FROM stories_story WHERE id = {{row}}.{column} AND " + IS_OUT + ")"
"""Found by its number: a list of all that are out would be read for each row that changes."""

INSERT, UPDATE, DELETE = "insert", "update", "delete"
EVENTS = (INSERT, UPDATE, DELETE)


@dataclass(frozen=True)
class Rule:
    """Tags that a row changes. Of an update only these columns count; all where none is named."""

    says: str
    columns: tuple[str, ...] = ()
    events: tuple[str, ...] = EVENTS


def _tag(kind: str, column: str = "id", where: str = "") -> str:
    return f"SELECT '{kind}:' || {{row}}.{column}" + (f" WHERE {where}" if where else "")


def _every(tag: str, where: str = "") -> str:
    return f"SELECT '{tag}'" + (f" WHERE {where}" if where else "")


def _tagged(kind: str) -> tuple[Rule, ...]:
    """A place or fund of a memory. Taken off, it counts whoever's it was: they may go together."""
    out = OF_ONE_OUT.format(column="content_object_id")
    return (
        Rule(_tag("story", "content_object_id", out)),
        Rule(_every("stories", out)),
        Rule(_tag(kind, "tag_id", out), events=(INSERT, UPDATE)),
        Rule(_tag(kind, "tag_id"), events=(DELETE,)),
    )


def _of_a_story(kind: str) -> Rule:
    """Every place or fund of a memory that comes, goes or moves in the lists."""
    table = f"stories_tagged{kind}"
    return Rule(
        f"SELECT '{kind}:' || tag_id FROM {table} "
        f"WHERE content_object_id = {{row}}.id AND {THIS_IS_OUT}",
        ORDER,
    )


OF_AN_ITEM = (Rule(_tag("item", "item_id")),)
KNOWN_ALREADY = (UPDATE, DELETE)
"""Nothing rests yet on what is new."""

PAGE = ("title", "slug", "live", "url_path", "seo_title", "search_description")

WATCHED: dict[str, tuple[Rule, ...]] = {
    "stories.Story": (
        Rule(
            _tag("story", where=THIS_IS_OUT),
            (
                *ORDER,
                "title",
                "summary",
                "content_note",
                "when_text",
                "when_edtf",
                "answers_id",
                "withdrawn_at",
            ),
        ),
        Rule(_every("stories", THIS_IS_OUT), ORDER),
        Rule(_every("titles", THIS_IS_OUT), (*OUT, "title")),
        _of_a_story("place"),
        _of_a_story("fund"),
        # Another voice beside the memory that it answers.
        Rule(_tag("voices", "answers_id", THIS_IS_OUT), (*OUT, "answers_id")),
        Rule(
            "SELECT 'tally' FROM stories_taggedplace "
            f"WHERE content_object_id = {{row}}.id AND {THIS_IS_OUT}",
            (*OUT, *WHEN),
        ),
    ),
    "stories.StoryPart": (
        Rule(_tag("story", "story_id", OF_ONE_OUT.format(column="story_id"))),
        Rule(_every("stories", OF_ONE_OUT.format(column="story_id")), ("item_id",)),
    ),
    "stories.StoryPerson": (Rule(_tag("story", "story_id", OF_ONE_OUT.format(column="story_id"))),),
    "stories.TaggedPlace": (
        *_tagged("place"),
        Rule(_every("tally", OF_ONE_OUT.format(column="content_object_id"))),
    ),
    "stories.TaggedFund": _tagged("fund"),
    "stories.Place": (Rule(_every("places")), Rule(_tag("placename"), events=KNOWN_ALREADY)),
    "stories.Fund": (Rule(_every("funds")), Rule(_tag("fundname"), events=KNOWN_ALREADY)),
    # What the list is narrowed by, and what is looked for, is read anew a moment after a memory
    # has changed.
    "stories.PublicDocument": (
        Rule(_every("marks"), ("marks",)),
        Rule(_every("words"), ("title", "about", "told", "said", "passages")),
    ),
    "media.Item": (
        Rule(
            _tag("item"),
            (
                *("kind", "status", "width", "height", "duration", "pages", "placeholder"),
                *("colour", "focal_x", "focal_y", "peaks"),
            ),
            KNOWN_ALREADY,
        ),
    ),
    "media.Derivative": OF_AN_ITEM,
    "media.Transcript": OF_AN_ITEM,
    "media.HeldPassage": OF_AN_ITEM,
    "media.PageText": OF_AN_ITEM,
    "media.Picture": (Rule(_tag("picture"), events=KNOWN_ALREADY),),
    "families.Person": (
        Rule(
            _tag("person"),
            ("public_name", "is_child", "never_publish"),
            KNOWN_ALREADY,
        ),
        Rule(_tag("account", "user_id"), ("public_name", "user_id")),
    ),
    # Whoever curated is named while a yes to the web stands, and only while they are here.
    "families.Consent": (Rule(_tag("curator", "person_id")),),
    "families.User": (Rule(_tag("account"), ("is_active",), KNOWN_ALREADY),),
    "archive.Proposal": (
        Rule(_tag("page", "showcase_id"), ("showcase_id", "state", "wants_credit")),
    ),
    "archive.ShowcaseStory": (Rule(_tag("held", "story_id")), Rule(_every("showcases"))),
    "archive.WelcomedBack": (Rule(_tag("held", "story_id")), Rule(_tag("page", "showcase_id"))),
    "archive.ShowcasePage": (Rule(_tag("page", "page_ptr_id")), Rule(_every("showcases"))),
    # How large what can be taken along is.
    "archive.ShowcaseCopy": (Rule(_tag("page", "showcase_id")),),
    "archive.ShowcaseIndexPage": (Rule(_tag("page", "page_ptr_id")),),
    "home.HomePage": (Rule(_tag("page", "page_ptr_id")),),
    "home.PlainPage": (Rule(_tag("page", "page_ptr_id")),),
    "home.NavigationLink": (Rule(_every("navigation")),),
    "wagtailcore.Page": (
        Rule(_tag("page"), PAGE, KNOWN_ALREADY),
        Rule(
            "SELECT 'navigation' FROM home_navigationlink WHERE page_id = {row}.id",
            PAGE,
            KNOWN_ALREADY,
        ),
        Rule(
            "SELECT 'showcases' FROM archive_showcasepage WHERE page_ptr_id = {row}.id",
            (*PAGE, "first_published_at"),
            KNOWN_ALREADY,
        ),
        Rule(
            "SELECT 'held:' || story_id FROM archive_showcasestory WHERE showcase_id = {row}.id",
            PAGE,
            KNOWN_ALREADY,
        ),
        # Words with links in them show where other pages are.
        Rule(_every("addresses"), ("live", "url_path", "slug"), KNOWN_ALREADY),
    ),
    "wagtailcore.Site": (Rule(_every("site")),),
    "wagtailcore.PageViewRestriction": (Rule(_every("site")),),
}
