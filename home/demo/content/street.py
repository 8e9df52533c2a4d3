"""Memories of the street, the wash and the rent."""

from home.demo.content.shapes import DemoStory, Point, paper, picture, sound, words

STORIES = (
    DemoStory(
        "wash-day",
        "Monday was white",
        "Every Monday the whole street hung its washing over our heads, and nobody dared kick a "
        "ball.",
        "invented-declan",
        "maureen",
        "Mondays in the 1950s",
        ("collyhurst",),
        ("home-and-money", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                You could tell the day of the week with your nose. Monday was soap. By seven
                o'clock my mother had the copper lit and the windows ran with water, and by nine
                the lines went up, from our side to the other side, all the way down.

                There was an order to it. Sheets nearest the sun. Shirts by the tail. Anything you
                would not want the priest to see went in the middle, between two sheets, where
                only the birds knew about it.
                """
            ),
            picture(
                "wash-day",
                "Our street on a Monday. The yellow frock is mine. It came down to me from three "
                "cousins and went on to two more.",
                "A drawn terraced street hung with two lines of washing. A woman in a green coat "
                "and yellow headscarf reaches up to peg a sheet; a small girl watches.",
            ),
            words(
                """
                The coal man was not allowed down on a Monday. He knew. One time a new lad came
                with a full cart and no sense, and every door opened at once. Nobody shouted. They
                just stood there with their arms folded. He turned that horse round in a street
                you could not turn a pram in.

                If your mother was poorly, her washing still went out. You never saw who did it.
                You came home from school and it was there on the line, pegged better than you
                could peg it yourself. When our baby died my mother did not wash for five weeks.
                Five Mondays. The line was never empty.

                I have a machine now. It sings a little tune when it has finished. I still hang
                things out, though, when it is fine. I like to see a sheet with the wind in it. It
                looks like somebody coming home.
                """
            ),
        ),
        9,
        reporter="declan",
        reader="demo-teacher",
    ),
    DemoStory(
        "knocker-up",
        "The man with the long pole",
        "Before alarm clocks, a man with a pole woke our street, and he never went away until he "
        "saw your face.",
        "invented-kayleigh",
        "annie",
        "about 1934",
        ("collyhurst", "rochdale-road"),
        ("work-and-trades", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                My great-great-nan Annie is ninety-six and she remembers before alarm clocks. I
                did not believe her about the pole, so she made me record it.
                """
            ),
            sound(
                "annie-on-the-pole",
                "Annie, on being woken up.",
                "An old woman's voice, dry and unhurried. You can hear her smile at the end.",
            ),
            words(
                """
                He had a list, she says, but he never looked at it. Half past four for the bakers.
                Five for the dye works. Six for the mill. It was threepence a week, and if you
                could not find threepence he would still knock. He would just do it a bit quieter,
                so you would feel bad.
                """
            ),
            picture(
                "knocker-up",
                "Annie says the wires on the end sounded like sleet.",
                "An old brown print. A man in a flat cap, seen from behind under a street lamp, "
                "lifts a long pole to a lit upstairs window.",
            ),
            words(
                """
                I asked her who woke the knocker-up. She laughed so much that we had to stop the
                recording. Then she told me. It was her. Her bedroom faced the yard where he kept
                his clogs, and she was a light sleeper, and every morning at four she threw a
                potato at his shutter. She was five. She got a ha'penny on Fridays.

                So my great-great-nan woke up the man who woke up Collyhurst. I think about that
                when my phone goes off.
                """
            ),
        ),
        31,
        reporter="kayleigh",
        reader="demo-teacher",
    ),
    DemoStory(
        "rent-book",
        "The week it was not there",
        "My mother kept one rent book all her life, because of two lines in it that said nil.",
        "invented-kayleigh",
        "annie",
        "spring 1936",
        ("collyhurst-village", "collyhurst"),
        ("home-and-money", "neighbours"),
        "family",
        (
            words(
                """
                Friday was the rent man. Seven and six. My mother had it in a cup on the shelf by
                Thursday night and none of us would have touched that cup if the house was on
                fire.

                Then they put my father on short time. Three days, then two, then wait and see. I
                was small, but I knew, because she stopped singing.
                """
            ),
            picture(
                "rent-man",
                "He never came in. He stood on the step with his book. That is me at the curtain.",
                "An old brown print. A man in a hat and long coat stands at a front door, seen "
                "from behind. A small shape waits behind the window curtain.",
            ),
            words(
                """
                The first week she had not got it, she did not hide. Plenty hid. She opened the
                door and held out the empty cup, upside down, so he could see. He looked at the
                cup a long time. Then he wrote it in and said, "I'll call Wednesday, missis," and
                he never did call Wednesday. He walked past our end and went round the long way.
                """
            ),
            paper(
                "rent-book-1936",
                "The book. You can turn the pages.",
                "A green rent book. The pages list payments from March to May 1936. Two weeks in "
                "April say nil. The last line says clear.",
            ),
            words(
                """
                It took her five weeks to get straight. She did stairs, she did laying-out, she
                sold the clock. When it was paid she put the book in the drawer with the birth
                certificates. We said, Mam, why would you keep that? She said, "So somebody knows
                it can be done."
                """
            ),
        ),
        24,
        reporter="kayleigh",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "corner-shop",
        "What the slate said",
        "The shop on our corner wrote down what you owed, and once a year it wiped something off.",
        "demo-student",
        "nasreen",
        "1978",
        ("harpurhey", "queens-road-tram-stop"),
        ("home-and-money", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                When my Nani first came she had no English for the shop, so she pointed. The man
                pointed back. They got through flour, onions and matches like that. Then she
                needed soap and it was behind him, and she had to act it. She says she washed her
                whole face with nothing, and everybody in the queue clapped.
                """
            ),
            picture(
                "corner-shop",
                "The corner. It is flats now.",
                "A drawn corner shop in red brick with a green sign saying Groceries and Sundries. "
                "A woman in a pink coat looks in at the window; two children stand by.",
            ),
            words(
                """
                He had a slate by the till. If you were short you went on the slate. He never said
                it out loud. You would just see your first letter go up. Nani was N. There was
                another N and they each thought the other one owed more.
                """
            ),
        ),
        3,
        "changes",
        reporter="aisha",
        reader="demo-teacher",
        remark="I love the soap. You promise us in your summary that once a year he wiped "
        "something off, and then you stop! Ask your Nani what happened, and put it at the end.",
        points=(
            Point(
                "You would just see your first letter go up.",
                "I can see that slate.",
                "Who else looked at it? Tell us what your Nani saw on their faces.",
            ),
        ),
    ),
)
