"""Memories on their way: handed in, sent back, being written."""

from home.demo.content.shapes import DemoStory, picture, sound, words

STORIES = (
    DemoStory(
        "fairground",
        "The fair on the croft",
        "Twice a year the fair came to the croft, and my uncle proposed at the top of the wheel.",
        "invented-declan",
        "bill",
        "1959",
        ("sandhills", "collyhurst"),
        ("sport-play-days-out", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                You smelled it first. Diesel and onions. Then the lights came on all at once, and
                the croft, which was only a bit of dirt where some houses used to be, was Las
                Vegas.
                """
            ),
            picture(
                "fairground",
                "The croft. My uncle is third from the top.",
                "A drawn fairground at dusk with a striped carousel and a big wheel lit with "
                "yellow bulbs. People stand about in the foreground.",
            ),
            words(
                """
                Our Jim had been courting Theresa for nine years. Nine. He was not shy, he was
                careful. He was a roofer. He told my dad that he did not like to ask a thing on the
                ground, because he could not see all round it.

                So he got her on the wheel, and he paid the lad half a crown to stop it at the top.
                And he asked her. She said, "I can't hear you, Jim, there's an organ." So he stood
                up. The whole croft saw him stand up. And he shouted it.

                They heard it in Ancoats. A woman by the hoopla shouted back, "Say yes, love, or
                he'll fall!" So she did.

                The lad could not get the wheel to start again. They were up there forty minutes.
                She always said it was the longest she ever got him to sit still.
                """
            ),
        ),
        2,
        "submitted",
        reporter="declan",
    ),
    DemoStory(
        "front-room",
        "Bluebeat in the front room",
        "The clubs in town would not let them in, so my grandad and his friend Cecil made one.",
        "invented-shanice",
        "winston",
        "1964",
        ("harpurhey",),
        ("music-art-stories", "neighbours", "making-and-mending"),
        "family",
        (
            words(
                """
                There was a colour bar, you know. Nobody called it that on the door. They said,
                "It's members only tonight." It was members only every night.

                So Cecil built a speaker. He was a joiner. It was the size of a wardrobe, because
                it was a wardrobe. When it played, the milk bottles walked along the step.
                """
            ),
            picture(
                "record-player",
                "The Bluebird, and me and your grandmother. Cecil took this.",
                "A faded print of a front room with bold round patterns on the wall. A radiogram "
                "stands open with a record on it. A man in a hat and a woman in yellow dance.",
            ),
            sound(
                "front-room-bluebeat",
                "The sort of thing.",
                "A tune with a bouncing off-beat, a bass and a whistle, about twelve seconds long.",
            ),
            words(
                """
                First week, twelve people. By the summer you could not see the carpet. The neighbour
                banged on the wall. Cecil went round with a plate of curry goat to say sorry. He
                said, "Sorry for what? I'm banging for you to turn it up."

                People met in that room who are great-grandparents now. We ought to put a sign up.
                """
            ),
        ),
        1,
        "submitted",
        reporter="shanice",
        others=(("cecil", "shown"),),
    ),
    DemoStory(
        "boats",
        "Come in, number twenty-three",
        "Once a year the whole works went to Heaton Park, and my mother rowed.",
        "invented-ruby",
        "joan",
        "about 1962",
        ("heaton-park",),
        ("sport-play-days-out", "work-and-trades"),
        "family",
        (
            words(
                """
                Wakes week, the biscuit works shut, and those of us who could not run to Blackpool
                went to Heaton Park on the bus with a bag of broken. That is broken biscuits. You
                got them for nothing.
                """
            ),
            picture(
                "boating-lake",
                "The lake. We are number four, because Mother liked to be near the edge.",
                "A faded print of a boating lake with four rowing boats, numbered. In each sits a "
                "person in pink and one in a yellow hat. There are ducks and trees.",
            ),
            words(
                """
                My mother was a small woman and she had been tired since before I was born. She sat
                down on that seat, she looked at the oars, and she said, "Give them here."

                Well. She went like a steamer. Nobody knew! Her father had been a lock-keeper, and
                she had rowed before she could walk. She never mentioned it. She took us twice
                round the island and through a wedding. They called our number in and she did not
                hear them. They called it again. They sent a lad out after us and he could not
                catch her.

                She was laughing. I had never seen her teeth.
                """
            ),
        ),
        4,
        "submitted",
        reporter="ruby",
    ),
    DemoStory(
        "bandstand",
        "The Sunday trombone",
        "On Sundays a band played in Queen's Park, and my great-grandmother learned English from "
        "it.",
        "invented-zofia",
        "halina",
        "about 1950",
        ("queens-park", "queens-park-museum"),
        ("music-art-stories", "languages-and-sayings"),
        "neighbourhood",
        (
            words(
                """
                We had no words yet, so on Sunday we went where you did not need them. There was a
                band in Queen's Park under a little iron roof. They played and we sat on the grass,
                because the chairs were threepence.
                """
            ),
            picture(
                "bandstand",
                "The band. The trombone is behind somebody's hat.",
                "A drawn bandstand with a green roof in a park. Six players with brass "
                "instruments stand in it, and people watch from deckchairs.",
            ),
            words(
                """
                There was a fat man on the trombone who went red. My mother laughed at him till
                she cried. After the war that was the first time I saw her do either.

                Then it got dark and we went home and there was a man and he said something and
                then we went again the next week.
                """
            ),
        ),
        5,
        "changes",
        reporter="zofia",
        reader="demo-teacher-2",
        remark="The red trombone player is wonderful. The last paragraph runs away from you, "
        "though. Who was the man, and what did he say? Slow down there and let us hear him.",
    ),
    DemoStory(
        "nani-says",
        "Things my Nani says",
        "A list that I am making of what my Nani says, and what it means.",
        "demo-student",
        "nasreen",
        "now",
        ("harpurhey",),
        ("languages-and-sayings",),
        "family",
        (
            words(
                """
                "The pot tells the lid." It means do not complain about your brother.

                "Your shadow went to school and you stayed in bed."

                "Everybody's nose is on their own face." I have asked three times what this one
                means and she just touches her nose.
                """
            ),
            picture(
                "phone-sill",
                "Recording, on a wet day. Hers is the green cup.",
                "A drawn window sill on a rainy day. A phone is recording between two mugs of tea, "
                "with wet roofs outside.",
            ),
        ),
        0,
        "draft",
        audience="me",
        reporter="aisha",
    ),
    DemoStory(
        "ajo",
        "The tin that went round",
        "Ten women on two landings put money in one tin, and every month it was somebody's turn.",
        "demo-family-2",
        "bisi",
        "2004 to 2011",
        ("collyhurst-village",),
        ("home-and-money", "neighbours"),
        "family",
        (
            words(
                """
                At home we call it ajo. Everybody pays in the same, every month, and each month
                one person takes the lot. There is no bank and no paper. There is only whether you
                can look each other in the eye.

                I started it on our landing with four of us. Mrs O. said it was the same as the
                catalogue club her mother ran. She brought her mother's tin.
                """
            ),
            picture(
                "catalogue-club",
                "The tin and the book. Every tick is somebody's word.",
                "A faded print. A round tin of pound notes and coins lies on a checked cloth, "
                "beside a ruled notebook with names and rows of ticks.",
            ),
            words(
                """
                First turn bought a cooker. Second was a flight to a funeral. Jean had hers and
                would not say what for, and a week later she had left him, and had a key of her
                own.

                I will tell the rest when I have asked them.
                """
            ),
        ),
        6,
        "draft",
        audience="family",
    ),
    DemoStory(
        "cures",
        "Goose grease and an onion",
        "The doctor cost money, so my grandmother kept the whole of medicine on the mantelpiece.",
        "invented-declan",
        "maureen",
        "when I was small, about 1953",
        ("miles-platting", "collyhurst"),
        ("health-and-cures", "caring"),
        "family",
        (
            words(
                """
                My grandmother came from Mayo with a trunk and a jar. The jar was goose grease. It
                went on chests in winter, under brown paper, with a vest on top. You crackled. You
                could always tell one of ours in church.

                For earache it was an onion. You baked it in the range, took the hot heart out and
                put it in a stocking against your ear. It smelled like Sunday dinner and it
                worked. I do not know if it was the onion. I think it was that you had to sit
                against her while it cooled.
                """
            ),
            picture(
                "range-and-cures",
                "The doctor's shop, we called it. The stocking is hanging on the left.",
                "An old brown print of a black kitchen range with a fire and kettle. Bottles and "
                "jars stand on the mantelpiece, and a stocking with an onion in it hangs down.",
            ),
            words(
                """
                Syrup of figs on a Friday whether you needed it or not. A cobweb on a cut. Sugar
                and soap for a splinter. And for a broken heart, which our Bernadette had in 1953,
                a boiled egg, mashed in a cup with butter. She made it and put it in her hand and
                did not say one word. I thought that was not much of a cure.

                I have given that egg to four daughters now. It takes about a fortnight, but it
                works.

                I should say, if you are reading this, go to the doctor. It is free. She would
                have been first in the queue.
                """
            ),
        ),
        1,
        "taken up",
        reporter="declan",
        reader="demo-teacher",
    ),
)
