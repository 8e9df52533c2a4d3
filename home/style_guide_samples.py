"""Invented content for the style guide. Nobody in it is real."""

from typing import Any, Final

COLOURS: Final = (
    ("ink", "type"), ("paper", "the page"), ("paper-raised", "cards, fields"),
    ("paper-sunk", "bands, wells"), ("brick", "the voice, the main action"),
    ("brick-deep", "pointed at"), ("canal", "places, success"), ("sky", "links"),
    ("tram", "highlight, focus"), ("stone", "quiet type"), ("edge", "edge of a control"),
    ("line", "the hairline"), ("wall", "walls behind type"),
)  # fmt: skip

STEPS: Final = ("5", "4", "3", "2", "1", "0", "-1", "-2")

AUDIENCES: Final = (
    ("me", "Only me and my teachers"),
    ("family", "My family"),
    ("school", "People in my school"),
    ("everyone", "Everyone, on the website"),
)

FUNDS: Final = (
    ("work-and-trades", "Work and trades", "Jobs people did, and the skills they learned."),
    ("home-and-money", "Home and money", "Running a home and making money last."),
    ("making-and-mending", "Making, mending and tech", "Building, sewing, fixing things."),
    ("food-growing-animals", "Food, growing and animals", "Cooking, growing, animals."),
    ("caring", "Caring for people", "Looking after babies, children, older people and friends."),
    ("health-and-cures", "Health and cures", "Staying well, and what people did when ill."),
    ("faith-and-special-days", "Faith and special days", "Beliefs, festivals and weddings."),
    ("languages-and-sayings", "Languages and sayings", "Languages, accents and sayings."),
    ("music-art-stories", "Music, art and stories", "Songs, dancing, drawing and films."),
    ("sport-play-days-out", "Sport, play and days out", "Games, clubs, teams and places for fun."),
    ("journeys", "Journeys", "Moving here, moving away, and where we come from."),
    ("neighbours", "Neighbours", "Knowing each other and helping out."),
)

STREET: Final = {
    "file": "design/img/sample-street.svg",
    "ref": "",
    "width": 960,
    "height": 640,
    "description": "A drawing of washing on a line across a back street, with a mill behind it.",
}
PARK: Final = {
    "file": "design/img/sample-park.svg",
    "ref": "",
    "width": 960,
    "height": 640,
    "description": "A drawing of a bandstand in a park under tall trees.",
}


def card(
    title: str, summary: str, place: str, when: str, teller: str, **more: Any
) -> dict[str, Any]:
    """One sample card; `more` holds its cover and kinds."""
    told = {"place_name": place, "when_text": when, "teller": teller}
    return (
        {"url": "#", "title": title, "summary": summary, "cover": None, "kinds": []} | told | more
    )


CARDS: Final = (
    card(
        "Monday was washing day",
        "Every line across the back street was full, and if it rained we ran out to bring it in, "
        "ours and everybody's.",
        "Collyhurst Village", "about 1958", "Maureen",
        cover=STREET, kinds=["image", "audio"],
    ),
    card(
        "The hooter at six",
        "You did not need a clock. The mill told you when to get up.",
        "Monsall", "the 1940s", "Albert", kinds=["audio"],
    ),
    card(
        "What my nan said to the landlord",
        "She stood on the step with her arms folded, and she did not move.",
        "Rochdale Road", "1961", "Jade",
    ),
    card(
        "Two loaves and a letter",
        "He came from Mayo with a cardboard case. I still have the letter.",
        "St Patrick's", "spring 1951", "Bridie", kinds=["document"],
    ),
    card(
        "Sundays by the bandstand",
        "The brass band played, and we were not allowed on the grass. We went on the grass.",
        "Queen's Park", "summers in the 60s", "Desmond",
        cover=PARK, kinds=["image"],
    ),
    card(
        "Carnival came up our road",
        "My uncle built the float in a garage. It took him from January.",
        "Moston Lane", "1983", "Shanice", kinds=["video", "image"],
    ),
)  # fmt: skip

CHIPS: Final = (
    {"label": "Queen's Park", "url": "#", "place": True},
    {"label": "Music, art and stories", "url": "#", "slug": "music-art-stories"},
    {"label": "Neighbours", "url": "#", "slug": "neighbours", "on": True},
    {"label": "the 1960s"},
)

STOPS: Final = (
    {"title": "You write it", "text": "Only you and your teachers can see it.", "state": "done"},
    {"title": "Your teacher reads it", "text": "You sent it on Tuesday.", "state": "now"},
    {"title": "You mend it", "text": "If something needs a change.", "state": "next"},
    {"title": "It goes on the wall", "text": "Everyone can see it.", "state": "next"},
)

PILLS: Final = (
    ("draft", "You are writing it"),
    ("submitted", "Your teacher has it"),
    ("changes_requested", "Something to mend"),
    ("published", "On the website"),
    ("withdrawn", "Taken back"),
    ("held", "Being looked after"),
)

PINS: Final = (
    {"x": 472.2, "y": 598.2, "label": "Queen's Park", "key": "queens-park", "url": "#"},
    {"x": 570.0, "y": 658.9, "label": "Monsall tram stop", "key": "monsall", "url": "#"},
    {"x": 716.7, "y": 317.9, "label": "Boggart Hole Clough", "key": "clough", "url": "#"},
    {"x": 394.4, "y": 705.4, "label": "Collyhurst Weir", "key": "weir", "url": "#",
     "selected": True},
    {"x": 572.2, "y": 410.7, "label": "Harpurhey Baths", "key": "baths", "url": "#"},
)  # fmt: skip

ICONS: Final = (
    "picture", "sound", "film", "paper", "words", "pin", "arrow", "back", "tick", "clock",
    "calendar", "search", "close", "plus", "menu", "lock", "eye", "people", "care", "info",
    "download", "expand", "print", "hand", "leave", "desk",
)  # fmt: skip
