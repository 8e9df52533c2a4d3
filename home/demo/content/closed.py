"""Memories that are not for everybody now: taken back, sealed and held."""

from home.demo.content.shapes import DemoStory, picture, sound, words

STORIES = (
    DemoStory(
        "four-suitcases",
        "Four suitcases in the snow",
        "We came in thin jackets on the coldest morning of the year, and a bus driver gave us his "
        "gloves.",
        "demo-family-2",
        "bisi",
        "February 2002",
        ("collyhurst", "rochdale-road"),
        ("journeys", "neighbours"),
        "family",
        (
            words(
                """
                I had been told about snow. Nobody had told me that it is quiet. We stood at the
                bus stop with our four cases and it came down on us like feathers, and my youngest
                put her tongue out to it. I thought, what have I done?
                """
            ),
            picture(
                "airport-coat",
                "Our first morning.",
                "A drawn family of four, seen from behind, waiting at a yellow bus stop in the "
                "snow with suitcases. Tall flats and terraces are ahead of them.",
            ),
            words(
                """
                The driver opened the doors and looked at us. He did not ask for money. He took
                off his gloves and put them on the ledge, and said, "I've another pair, love,"
                and he had not. I saw his hands on the wheel the whole way. They were blue.
                """
            ),
        ),
        47,
        "withdrawn",
        reader="demo-teacher",
    ),
    DemoStory(
        "blue-tin",
        "The letters in the blue tin",
        "Some letters from a brother that are not to be read until everybody in them has gone.",
        "invented-kayleigh",
        "linda",
        "1976 to 1980",
        ("harpurhey",),
        ("journeys", "caring"),
        "family",
        (
            words(
                """
                Nana Linda's brother went away when he was nineteen, and he wrote to her every week
                for four years. There are two hundred and four letters in a blue biscuit tin. She
                let me hold the tin.

                She said that he told her something in those letters that he could not tell anybody
                else in the world then. Now he could. But he is not here to ask, and there are
                other people in it who still are.

                So we have written down that the letters exist, and where, and that he was kind and
                funny, and could draw horses. The rest is for later. She says a secret is not
                always a bad thing. Sometimes it is a coat you are minding for somebody.
                """
            ),
        ),
        21,
        "sealed",
        reporter="kayleigh",
        reader="demo-teacher",
    ),
    DemoStory(
        "empty-desk",
        "The desk by the radiator",
        "Somebody I knew stopped coming to school, and this is what I remember.",
        "invented-mei",
        "mei",
        "2024",
        ("harpurhey",),
        ("caring", "neighbours"),
        "school",
        (
            words(
                """
                There was a girl who sat by the radiator and drew on the windows when they steamed
                up. She was not exactly my friend. She lent me a ruler once and I still have it.

                Then after the holidays she was not there. Nobody said why. They took her name off
                the pegs and you could see where it had been, a cleaner bit.

                I think about whether I should have asked. I have kept the ruler in case.
                """
            ),
            sound(
                "rain-on-the-sill",
                "I recorded the window on a wet day.",
                "Rain taps on a window sill and a clock ticks, for about twelve seconds.",
            ),
        ),
        2,
        "held",
        reporter="mei",
        reader="demo-teacher-2",
        remark="Somebody here could be recognised, and may need looking after.",
    ),
)
