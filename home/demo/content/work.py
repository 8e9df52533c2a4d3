"""Memories of work: the mill, the ward, the bus and the bench."""

from home.demo.content.shapes import DemoStory, film, letter, picture, sound, words

STORIES = (
    DemoStory(
        "mee-maw",
        "The mill had its own language",
        "Thirty looms made so much noise that the women talked with their faces, and kept it up "
        "for life.",
        "invented-declan",
        "kathleen",
        "1951 to 1962",
        ("miles-platting",),
        ("languages-and-sayings", "work-and-trades", "journeys"),
        "neighbourhood",
        (
            words(
                """
                I came over from Mayo at seventeen to my aunt in Miles Platting. On the Monday she
                walked me to the mill gate. I had never been in a building with more than two
                floors. I thought the noise was a train, and I waited for it to go by.
                """
            ),
            picture(
                "mill-dusk",
                "Knocking-off time. You came out of the light into the dark with your ears "
                "ringing.",
                "A drawn red-brick mill at dusk, its windows lit yellow, with a tall chimney. Six "
                "workers walk along the canal away from it.",
            ),
            words(
                """
                The first week I cried in the toilets. I could not hear a word. Then an old weaver
                called Nellie took my chin in her hand and made me look at her mouth. She said a
                thing with no voice at all, only with her lips, very big. I said, "I don't know."
                She did it again. It was my own name.

                That was mee-maw. That is what they called it. By Christmas I could hold a
                conversation down the length of the shed.
                """
            ),
            sound(
                "kathleen-mee-maw",
                "Kathleen shows how it was done.",
                "A woman's voice. She leaves gaps, where in the mill her mouth would do the work.",
            ),
            picture(
                "weaving-shed",
                "The shed. Nellie always stood like that.",
                "An old brown print of a weaving shed. Looms run in two rows to the far wall and a "
                "woman in a headscarf stands between them, hands on hips.",
            ),
            words(
                """
                We told each other everything. Who was courting. Who was expecting. The overlooker
                walked up and down in the middle of it, deaf as a post, and thought we were
                yawning.

                The mill shut in 1962. But when I had my stroke, and I could not speak, they sat
                by the bed talking over me. And our Maureen came in, looked at my mouth, and said,
                "She wants the window open." Her mam had been a weaver too.
                """
            ),
            film(
                "lights-at-the-mill",
                "The mill at night, with the noise of the shed.",
                "A short film. The camera draws slowly back from the lit windows of the mill to "
                "show the chimney, the canal and the workers going home. Looms clatter.",
            ),
        ),
        12,
        reporter="declan",
        reader="demo-teacher",
    ),
    DemoStory(
        "ward-night",
        "Nurse, are you from the sun?",
        "My great-grandmother came from Jamaica with one grip and a good coat, to nurse at "
        "Monsall.",
        "invented-shanice",
        "pearl",
        "1958",
        ("monsall-hospital",),
        ("caring", "journeys", "health-and-cures"),
        "family",
        (
            words(
                """
                They told us it would be cold. They did not tell us what cold was. I stood at the
                rail of that ship in the best coat in the whole of St Elizabeth, and by Southampton
                I knew it was a blouse.
                """
            ),
            picture(
                "suitcase",
                "The coat. I had it nineteen years in the end.",
                "An old brown print. A woman in a hat and coat, seen from behind, stands at a "
                "ship's rail with one suitcase. Cranes and gulls are ahead of her.",
            ),
            words(
                """
                Monsall was the fever hospital. Children mostly. Their mothers could only look at
                them through the glass on a Sunday, so all the week the nurses were the mothers.
                The night nurse was the mother of thirty.
                """
            ),
            sound(
                "pearl-first-night",
                "Pearl remembers her first night on the ward.",
                "A woman's voice, warm and slow, telling it as if to one of the children.",
            ),
            picture(
                "ward-night",
                "How I remember it. One lamp, and the beds going away.",
                "A drawn hospital ward at night. A nurse, seen from behind, carries sheets down "
                "the middle under a single lamp. Iron beds stand along both sides.",
            ),
            words(
                """
                Not everybody was kind. A woman asked for another nurse, a white one. I said,
                "There is only me, madam, and there is only the one of your child, so let us get
                on." And we got on. She sent me a card at Christmas. I never told her I cried in
                the linen room.
                """
            ),
            letter(
                "pearls-letters-home",
                "Three of the letters that she sent home. I typed them up.",
                "Three typed letters from Pearl to her mother: about the cold and the chimneys, "
                "about her first snow, and about Christmas on the wards.",
            ),
            words(
                """
                In 1990-something I was in the market and a big man in a builder's coat stopped
                in front of me with his eyes full. He said, "You were the one from the sun." He
                carried my bags all the way home.
                """
            ),
        ),
        6,
        reporter="shanice",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "yellow-flowers",
        "Nine o'clock, Sister",
        "Every spring we take yellow flowers to a grave in the old cemetery, and it is not family.",
        "invented-shanice",
        "pearl",
        "every April since 1971",
        ("harpurhey-cemetery", "monsall-hospital"),
        ("faith-and-special-days", "caring"),
        "family",
        (
            words(
                """
                I always thought the lady in the cemetery was an auntie. We go every April, me and
                Great-nan Pearl, with daffodils. Great-nan stands up straight, looks at her watch
                and says, "Nine o'clock, Sister, and all well."

                This year I asked who she was.
                """
            ),
            picture(
                "cemetery",
                "Me and Great-nan, going in. Mum took it.",
                "A drawn path through an old cemetery in the evening. Two people, seen from "
                "behind, walk together with a bunch of yellow flowers.",
            ),
            words(
                """
                She was the ward sister at Monsall. The one with the torch. She was hard. She made
                Great-nan do the beds again if a corner was soft. She never once called her by her
                name.

                Then a mother said she would not have a coloured nurse touch her child. She said
                it in the corridor, loud, so everybody stopped. And Sister came out of her office
                with her sleeves rolled up. She said, "This nurse has the best hands in this
                hospital. If she will not do, then I am very sorry, but you must take your child
                home." And she went back in and shut the door.

                They never spoke of it. Sister had no children, and when she died there was nobody
                to put on the stone but the hospital. So Great-nan goes. She says, "Somebody has to
                hand over the shift."
                """
            ),
        ),
        10,
        reporter="shanice",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "night-bus",
        "Hold very tight please",
        "My grandfather learned English from the passengers of the last bus up Rochdale Road.",
        "invented-hamza",
        "yusuf",
        "1967",
        ("museum-of-transport", "rochdale-road", "queens-road-tram-stop"),
        ("work-and-trades", "languages-and-sayings", "journeys"),
        "neighbourhood",
        (
            words(
                """
                My dada was a schoolteacher in Mirpur and a bus conductor in Manchester. He says
                it is the same job. You walk up and down, you do sums, and the ones at the back
                are trouble.

                They gave him the uniform before he had much English. He knew "Fares please" and
                "Hold very tight". The rest he got from the last bus on a Saturday.
                """
            ),
            picture(
                "night-bus",
                "The last bus. Dada is on the platform, where he liked to stand.",
                "A drawn red double-decker bus at night in the rain, its windows yellow. The "
                "conductor stands on the platform at the back holding the pole.",
            ),
            words(
                """
                There was an old lady called Mrs Clegg who cleaned offices. Every night she taught
                him one word. He wrote it on the back of a ticket. Nesh. Mithered. Clemmed. Thutty.
                He thought it was the Queen's English. Two years later he went for an interview at
                a bank and told the manager he was fair clemmed and not to mither.

                He did not get the bank. He says it was the best thing, because the buses had a
                cricket team.

                When Mrs Clegg stopped coming, he asked, and found out where the funeral was. He
                went in his uniform. He was the only one there who was not family. Her daughter
                said, "Are you the one with the tickets? She practised them on the way to work so
                she'd have a good one for you."

                He still has them. I counted. There are three hundred and eleven.
                """
            ),
        ),
        20,
        reporter="hamza",
        reader="demo-teacher-3",
    ),
    DemoStory(
        "radio-bench",
        "Nothing is finished",
        "Uncle Femi mends what other people throw away, and he says that is a kind of manners.",
        "demo-student-2",
        "femi",
        "since 2009",
        ("north-city-shopping-centre", "moston-lane"),
        ("making-and-mending", "languages-and-sayings"),
        "family",
        (
            words(
                """
                Uncle Femi's bench is the size of our table. In Lagos he learned from his own
                uncle, on radios. Here it is mostly phones. But he keeps one old wireless open on
                the bench, so that people can see that things have insides.
                """
            ),
            picture(
                "radio-bench",
                "The bench. I am allowed to touch the left side.",
                "A drawn workbench. Two hands work on an old red wireless with a soldering iron, "
                "under a lamp. Shelves of parts are behind.",
            ),
            words(
                """
                I want to write more here about the man who brought his wife's phone, because her
                voice was on it. I need to ask Uncle Femi if it is all right to tell that one.
                """
            ),
        ),
        1,
        "draft",
        audience="me",
        reporter="tunde",
    ),
)
