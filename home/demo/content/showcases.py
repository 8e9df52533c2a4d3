"""Two showcases, made of the published memories."""

from home.demo.content.shapes import Block, DemoShowcase


def _heading(text: str) -> Block:
    return Block("heading", text)


def _text(text: str) -> Block:
    return Block("text", text)


def _quote(text: str, said_by: str) -> Block:
    return Block("quote", text, said_by)


def _stories(*keys: str) -> Block:
    return Block("stories", stories=keys)


SHOWCASES = (
    DemoShowcase(
        "The mill, the market and the kitchen table",
        "the-mill-the-market-and-the-kitchen-table",
        "Where did people here learn what they know? Not only in school. These are memories of "
        "work, of making money last, and of what was said over the washing up.",
        "mill-dusk",
        "A drawn mill at dusk, every window lit, with people walking home beside the canal.",
        (
            _heading("Up before the light"),
            _text(
                "Collyhurst got up early. Bakers, weavers and dye workers were all out before six, "
                "and somebody had to wake them. Then the looms began, and nobody could hear "
                "anything until night."
            ),
            _stories("knocker-up", "mee-maw"),
            _quote("She did it again. It was my own name.", "Kathleen"),
            _heading("Making it last"),
            _text(
                "Money came in on a Friday and had to reach to the next one. People who were never "
                "taught to keep accounts kept them in a cup, on a slate, or in their heads."
            ),
            _stories("rent-book", "market"),
            _quote("Mam, why would you keep that? So somebody knows it can be done.", "Annie"),
            _stories("wash-day", "sewing"),
            _heading("Round the table"),
            _text(
                "A kitchen is a classroom where you are allowed to eat. Each of these begins with "
                "food. None of them is really about food."
            ),
            _stories("pierogi", "eid-table", "jollof"),
            _quote(
                "She said she would not know what to do. I said, you sit down and you say yes.",
                "Saima",
            ),
            _stories("golden-lantern"),
        ),
    ),
    DemoShowcase(
        "Everybody came from somewhere",
        "everybody-came-from-somewhere",
        "From Mayo, Mirpur, St Elizabeth, the New Territories, and a hut in a field. How people "
        "got to these streets, and who met them when they did.",
        "tram-monsall",
        "A drawn yellow tram comes in to Monsall in the evening. Two people wait for it.",
        (
            _text(
                "Ask anybody in Harpurhey where their family is from, and keep asking. In the end "
                "everyone has a boat in it, or a train, or a very long walk."
            ),
            _stories("ward-night"),
            _quote("I said yes, darling. I have come to keep you warm.", "Pearl"),
            _heading("Finding the words"),
            _text(
                "The hardest thing to pack is a language. These three people had to start again "
                "from nothing, and somebody gave them the first word."
            ),
            _stories("night-bus", "library", "boggart"),
            _heading("Somebody opened a door"),
            _stories("allotment", "snow", "balconies"),
            _quote("He opened it, and wiped his feet, and shut it behind him.", "Winston"),
            _heading("And now"),
            _text("It goes on. It happened this year, at ten past eight in the morning."),
            _stories("tram"),
        ),
    ),
)
