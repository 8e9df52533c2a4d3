"""Memories of the last forty years: the library, the tram, the balconies and the boggart."""

from home.demo.content.shapes import DemoStory, picture, sound, words

STORIES = (
    DemoStory(
        "tram",
        "The ten past eight",
        "Every morning the tram driver waits four seconds for a boy who is always late, and I "
        "found out why.",
        "demo-student",
        "aisha",
        "2025",
        ("monsall-tram-stop",),
        ("journeys", "neighbours"),
        "school",
        (
            words(
                """
                I get the ten past eight from Monsall. You see the same people every day. There
                is a lady with a cello. There is a man who eats a whole cucumber. Nobody talks,
                but if one of them is off, you notice.
                """
            ),
            picture(
                "tram-monsall",
                "The tram coming in. I drew it facing me because that is how I see it.",
                "A drawn yellow tram coming towards us in the evening, its sign saying Monsall. A "
                "woman and a boy with a red school bag wait on the platform.",
            ),
            sound(
                "tram-coming-in",
                "What it sounds like with your eyes shut.",
                "A tram comes closer: the rails hum, the horn plays two notes, then brakes.",
            ),
            words(
                """
                There is a little boy who is always late. He is about six. His mum runs with him,
                holding his hand and his coat and a slice of toast. And every day the doors stay
                open for four seconds too long. I counted.

                For our project we had to ask somebody a question. I was going to ask my Nani,
                because it is easy to ask her. But I asked the driver instead. I went to the front
                at the end of the line and my voice came out all squeaky.

                He said when he came here he was seven and had no English. The bus to school went
                without him, because he did not know you had to put your hand out. He stood there
                till dinner time. He thought that was just what happened here. Then a driver going
                off shift stopped his own car and took him.

                "Four seconds," he said. "It is not on the timetable. But I've got it in my hand."
                """
            ),
        ),
        0,
        reporter="aisha",
        reader="demo-teacher",
    ),
    DemoStory(
        "library",
        "The warm pipes",
        "My dad says he did not go to the library to read. He went to get warm, and then it was "
        "too late.",
        "invented-hamza",
        "tariq",
        "1999",
        ("north-city-library", "north-city-shopping-centre"),
        ("music-art-stories", "languages-and-sayings"),
        "neighbourhood",
        (
            words(
                """
                There were six of us and one heater, and it went where the baby went. So after
                school I went to the library. There was a radiator in the children's corner, a big
                old white one, and if you sat on the floor against it nobody moved you on.

                You had to have a book open, though. That was the deal. So I opened one.
                """
            ),
            picture(
                "library",
                "The corner. It was always that radiator.",
                "A drawn library. A child sits on the floor by a white radiator with an open "
                "yellow book, in front of shelves that go up to the ceiling.",
            ),
            words(
                """
                I read about frogs for a week because it was nearest. Then I had done frogs, so I
                moved along one. That was how I did it. Left to right, bottom shelf first. I read
                about France before I read about football.

                The librarian never said anything. But I would come in and the next one along
                would be sticking out a little bit, about an inch, so I could find my place. I
                thought it was chance. It was two years before I saw her do it.

                One winter the next one along was not a children's book. It was thick, with no
                pictures. I looked over. She was looking at her screen very hard. So I opened it.

                I am a translator now. I do it in hospitals, when people are frightened and the
                words have gone. I always leave a gap for them to come in. About an inch.
                """
            ),
        ),
        33,
        reporter="hamza",
        reader="demo-teacher-3",
    ),
    DemoStory(
        "balconies",
        "Eight o'clock on the landing",
        "In the spring of 2020 we learned who lived above us by the sound of their pans.",
        "demo-student-2",
        "tunde",
        "spring 2020",
        ("collyhurst", "collyhurst-village"),
        ("caring", "neighbours", "health-and-cures"),
        "neighbourhood",
        (
            words(
                """
                I was seven. I thought it would be like the holidays, and for about two days it
                was. My mum is a nurse. She went out in the dark and came back in the dark, and she
                took her clothes off in the hall and put them in a bag, and I was not allowed to
                hug her until she had washed.
                """
            ),
            picture(
                "balconies",
                "I tried to draw everyone. We are the ones with the sunflower-coloured rail.",
                "A drawn block of flats with twelve balconies. People stand on them banging pans. "
                "Three windows have rainbows in them.",
            ),
            words(
                """
                On Thursdays at eight everybody came out and banged. You could not see the people
                above, so you knew them by what they hit. The top was a wok. Next was somebody with
                a real drum. Under us was a spoon on a very small thing, tink, tink, tink. That was
                Ron. It was an egg cup.

                One Thursday there was no tink.

                My mum heard it was not there. Everybody else was cheering for her, and she was
                leaning over the rail going, "Shh, shh, shh." And the whole block went quiet, one
                floor at a time, right up to the wok. You could hear a bus, all the way over on
                Rochdale Road.

                She was down those stairs before I could get my shoes on. He was on his kitchen
                floor. He was all right. She was in time.

                He got a bigger thing to bang after that. We bought him a saucepan. But he said the
                egg cup was the one that worked.
                """
            ),
        ),
        13,
        reporter="tunde",
        reader="demo-teacher",
        others=(("bisi", "mentioned"),),
    ),
    DemoStory(
        "boggart",
        "Who is walking behind you",
        "My dad's dad told him there was a boggart in the Clough, and gave him a way to be polite "
        "to it.",
        "invented-hamza",
        "tariq",
        "about 1996",
        ("boggart-hole-clough",),
        ("music-art-stories", "languages-and-sayings"),
        "family",
        (
            words(
                """
                Everybody here knows about the boggart. It lives in the Clough. It pulls the covers
                off you and turns the milk. If you move house to get away from it, it puts its head
                up out of the cart and says, "Aye, we're flitting."

                My dada had never heard that. But he came from a village where there are jinn, so
                he was not surprised.
                """
            ),
            picture(
                "boggart",
                "Dad and Auntie with the lantern. Look on the right, behind the tree.",
                "A drawn wood at night under a full moon. A woman and a boy walk away down a path "
                "with a yellow lantern. Two yellow eyes shine from the trees.",
                focal=(0.5, 0.72),
            ),
            words(
                """
                When Dad was about nine the big lads told him it would get him if he walked home
                through there in the dark. He asked Dada how you fight one. Dada put his paper
                down. He said, "Why would you fight? It was here first. We are the ones who have
                flitted."

                So he taught him what you say at home, when you go into a lonely place. You say
                salaam to whoever is there. You say you are only passing. You thank them for the
                path.

                And then, because it was a Manchester boggart, he said that Dad had better say it
                in Lancashire as well. They worked it out together at the table. It goes, "Now
                then. Only me. I'll not be long."

                My dad still says it. He says it when he goes in an empty room, or a new job, or
                the hospital. I heard him say it under his breath on my first day at high school,
                at the gate. "Now then. Only her dad. She'll be no bother."

                That was for my sister. For me he said, "He might be a bit of bother."
                """
            ),
        ),
        25,
        reporter="hamza",
        reader="demo-teacher-3",
    ),
)
