"""Two showcases, made of the published memories."""

from home.demo.content.shapes import Block, DemoShowcase


def _chapter(title: str, about: str) -> Block:
    return Block("chapter", title, about)


def _heading(text: str) -> Block:
    return Block("heading", text)


def _text(text: str) -> Block:
    return Block("text", text)


def _quote(text: str, story: str) -> Block:
    return Block("pull_quote", text, stories=(story,))


def _stories(*keys: str) -> Block:
    return Block("stories", stories=keys)


def _of(kind: str, text: str, *keys: str) -> Block:
    return Block(kind, text, stories=keys)


def _clip(text: str, story: str, start: str, end: str) -> Block:
    return Block("clip", text, stories=(story,), seconds=(start, end))


SHOWCASES = (
    DemoShowcase(
        "The mill, the market and the kitchen table",
        "the-mill-the-market-and-the-kitchen-table",
        "Where did people here learn what they know? Not only in school. These are memories of "
        "work, of making money last, and of what was said over the washing up.",
        "mill-dusk",
        "A drawn mill at dusk, every window lit, with people walking home beside the canal.",
        "Who taught you what you know?",
        "brick",
        "The kitchen table group",
        (
            _chapter(
                "Up before the light",
                "Bakers, weavers and dye workers were all out before six, and somebody had to "
                "wake them.",
            ),
            _stories("knocker-up"),
            _clip("The man who never overslept", "knocker-up", "0:00", "0:09"),
            _text(
                "Then the looms began, and nobody could hear anything until night. So people "
                "found another way to talk."
            ),
            _stories("mee-maw"),
            _quote("She did it again. It was my own name.", "mee-maw"),
            _of("film", "The mill at night", "mee-maw"),
            _chapter(
                "Making it last",
                "Money came in on a Friday and had to reach to the next one.",
            ),
            _text(
                "People who were never taught to keep accounts kept them in a cup, on a slate, or "
                "in their heads."
            ),
            _stories("rent-book", "market"),
            _quote("So somebody knows it can be done.", "rent-book"),
            _stories("wash-day", "sewing"),
            _chapter("Round the table", "A kitchen is a classroom where you are allowed to eat."),
            _of("picture_story", "Pleat, pinch, and do not talk to the dough.", "pierogi"),
            _stories("eid-table", "jollof"),
            _quote("She said she would not know what to do.", "eid-table"),
            _stories("golden-lantern"),
            _of("gallery", "Four tables", "pierogi", "eid-table", "jollof", "golden-lantern"),
            _heading("All of it"),
            _of("map", "Where they were"),
            _of("timeline", "When it was"),
        ),
    ),
    DemoShowcase(
        "Everybody came from somewhere",
        "everybody-came-from-somewhere",
        "From Mayo, Mirpur, St Elizabeth, the New Territories, and a hut in a field. How people "
        "got to these streets, and who met them when they did.",
        "tram-monsall",
        "A drawn yellow tram comes in to Monsall in the evening. Two people wait for it.",
        "Who met you when you came?",
        "night",
        "",
        (
            _text(
                "Ask anybody in Harpurhey where their family is from, and keep asking. In the end "
                "everyone has a boat in it, or a train, or a very long walk."
            ),
            _stories("ward-night"),
            _clip("I have come to keep you warm", "ward-night", "0:00", "0:14"),
            _heading("Finding the words"),
            _text(
                "The hardest thing to pack is a language. These three people had to start again "
                "from nothing, and somebody gave them the first word."
            ),
            _stories("night-bus", "library", "boggart"),
            _heading("Somebody opened a door"),
            _stories("allotment", "snow", "balconies"),
            _quote("He opened it, and wiped his feet, and shut it behind him.", "allotment"),
            _heading("And now"),
            _of("pair", "", "night-bus", "tram"),
            _text("It goes on. It happened this year, at ten past eight in the morning."),
            _stories("tram"),
            _of("timeline", "Who came when"),
        ),
    ),
)
