"""Memories of playing: snow, water, football, birds and a gig."""

from home.demo.content.shapes import DemoStory, film, paper, picture, sound, words

STORIES = (
    DemoStory(
        "snow",
        "The winter the buses stopped",
        "In 1963 the snow lay till March, and all of Collyhurst went down Sandhills on whatever "
        "would slide.",
        "invented-zofia",
        "stan",
        "winter of 1963",
        ("sandhills", "collyhurst"),
        ("sport-play-days-out", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                It started on Boxing Day and it forgot to stop. The milk froze on the step and
                stood up out of the bottle with its cap on, like a little man. We burned a chair.
                Then my father burned the other three, so it would not be lonely.

                But the hill! Sandhills was an old quarry. In summer it was just dirt. That winter
                it was Switzerland.
                """
            ),
            picture(
                "snow-1963",
                "Sandhills. We are on the lid of somebody's piano.",
                "A black and white print. Two children slide down a snowy hill on a board while "
                "three others wave. A terrace with white roofs is behind them.",
            ),
            words(
                """
                There was one real sledge and it belonged to a lad called Cyril, and he charged a
                marble a go. So the rest of us made do. Tea trays. A tin bath. My sister went down
                in a drawer. The Rileys brought the lid of a piano, and you could get nine on it.
                """
            ),
            film(
                "sledging",
                "A bit of how it looked.",
                "A short film in black and white. Snow falls as the camera moves from the waving "
                "children to two others on a sledge. A harmonium plays.",
            ),
            words(
                """
                My father was a serious man. In Poland he had been a lawyer. Here he swept a
                factory. I had never seen him play. One Sunday he came to fetch us in, in his long
                coat, and he stood and looked at that hill for a while.

                He took off his hat and gave it to my sister. He sat down on the piano lid, all
                alone, very straight, like a man on a tram. And he went. He did not make a sound
                the whole way down. At the bottom he got up, brushed his coat, walked all the way
                back, and said, "Again."
                """
            ),
        ),
        8,
        reporter="zofia",
        reader="demo-teacher",
    ),
    DemoStory(
        "baths",
        "You cannot mark that out of a hundred",
        "My grandad got forty-one for arithmetic, and the best school report I have ever read.",
        "invented-kayleigh",
        "dennis",
        "summer 1968",
        ("harpurhey-baths",),
        ("sport-play-days-out", "caring"),
        "school",
        (
            words(
                """
                On Thursdays they marched us to the baths in twos with a towel under our arms like
                a sausage roll. It was green in there, and it boomed. You shouted "Oi" and it
                came back as a bigger lad shouting "Oi".
                """
            ),
            picture(
                "baths",
                "Second class. First class had the same water, only they got it first.",
                "A faded print of a swimming pool with red and yellow cubicle doors and a glass "
                "roof. Three swimmers in caps cross it while a teacher holds a pole.",
            ),
            words(
                """
                I could not do anything at school. I could do that. I do not know why. I put my
                face in the water and it went quiet, and nobody wanted me to spell anything.

                There were some little ones who would not get in. They sat along the edge, blue,
                with their arms wrapped round themselves. Sir had a pole, and he thought the pole
                would help. So I got back in and stood there and held my hands out. I said, "It
                only looks deep because it's got writing on it." I stayed till they had all had a
                go. I was freezing.
                """
            ),
            picture(
                "classroom",
                "The rest of the week.",
                "A black and white print of a class seen from the back. The blackboard says: "
                "Tuesday. Our Street. What can you hear at night? One hand is up.",
            ),
            paper(
                "school-report-1968",
                "The report. Read the last page.",
                "A school report for Dennis, summer 1968. Marks for seven subjects, then a page "
                "where the head teacher says he held the hands of small ones in the water.",
            ),
            words(
                """
                My mam could not read very well. She asked me what it said at the end. I read it
                to her, and she made me read it again. She had it in her handbag when she died.

                I taught swimming at them baths for thirty-four years.
                """
            ),
        ),
        11,
        reporter="kayleigh",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "football",
        "Coats for goalposts",
        "We had no team, no kit and no pitch, so five of us and a ball started one.",
        "invented-ruby",
        "ruby",
        "2023",
        ("broadhurst-park", "moston-vale"),
        ("sport-play-days-out", "neighbours"),
        "school",
        (
            words(
                """
                In primary the boys said there were not enough of us for a girls' team. There were
                five. So we said it was five-a-side.

                We played on the rec after school with our coats for posts. Half of us wore red
                and half wore yellow, because Amina's cousin had a shop, and those were what did
                not sell.
                """
            ),
            picture(
                "football-rec",
                "Us. I am the one you cannot see the face of. That is all of us!",
                "A drawn football game on grass, with terraces and two tower blocks behind. Five "
                "players in red or yellow, seen from behind, look up at the ball.",
            ),
            words(
                """
                We lost to everyone. We lost eleven nil to a team whose coach brought them orange
                quarters in a box. We had one packet of crisps between us, and it was prawn
                cocktail.

                But there was a lady who walked her dog there every night. She must have been
                eighty. One day she stopped and said, "You're all running at the ball. It's only
                one ball. Run where it isn't." Then she went home.

                So we tried it. We did not lose. We drew. We went mad. Next night we waited for
                her. It turns out she had played, years ago, when the women were not allowed on
                proper grounds, so they played on fields and did not tell anybody. She had a medal
                in a sock.

                She comes on Wednesdays now. She will not be called coach. There are nineteen of
                us. We still use coats.
                """
            ),
        ),
        15,
        reporter="ruby",
        reader="demo-teacher-3",
    ),
    DemoStory(
        "weir",
        "What colour is it today?",
        "The dye works upstream changed the river every day, and we took bets on it.",
        "invented-ruby",
        "sheila",
        "about 1971",
        ("collyhurst-weir",),
        ("sport-play-days-out", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                You were not allowed near the Irk. So we were always there.

                It came over the weir in whatever they were dyeing. Purple, mostly. Sometimes a
                green like cough mixture. We used to bet sweets on it, walking down. I won eleven
                aniseed balls on orange. There was a froth at the bottom as thick as a mattress.
                """
            ),
            picture(
                "irk-weir",
                "A purple day. Three of us, and the rod that never caught a thing.",
                "A faded print of a river falling over a weir, the water purple. A brick viaduct "
                "with a train crosses behind. Three children stand on the bank with a rod.",
            ),
            words(
                """
                Nothing lived in it. Our Gary fished it every Saturday for two years with a bent
                pin. My dad said, "You'll catch your death, and that's all." But Gary had read
                there used to be trout. He said that somebody ought to be there when they came
                back, or they would think nobody cared.

                Gary moved to Canada. The works shut. I forgot about it, the way you do.

                Then last spring I was walking the dog down there, and there was a heron on the
                weir. Just stood there, like a man waiting for a bus. And it went in, quick, and
                it came up with something silver.

                I stood on that path, sixty-four years of age, and I rang Canada. It was five in
                the morning for him. I said, "They're back." He did not say anything for a bit.
                Then he said, "What colour is it?" And I said, "It hasn't got one, love. You can
                see the bottom."
                """
            ),
        ),
        5,
        reporter="ruby",
        reader="demo-teacher-3",
    ),
    DemoStory(
        "pigeons",
        "Counting them home",
        "My dad hardly spoke, except to forty pigeons in a shed in the yard.",
        "invented-kayleigh",
        "frank",
        "the early 1960s",
        ("collyhurst", "moston-vale"),
        ("food-growing-animals", "sport-play-days-out"),
        "family",
        (
            words(
                """
                He came back from the war and he did not talk. My mother said he used to be a great
                talker. He used to recite. He worked nights at the wire works and when he got in he
                did not go to bed, he went out to the birds.

                You could hear him through the loft wall. Not words. A sort of purring.
                """
            ),
            picture(
                "pigeon-loft",
                "Dad and our Carol, bringing them in.",
                "A drawn backyard at sunset with a green pigeon loft. A man in a cap lifts both "
                "arms to a ring of pigeons flying round; a girl in yellow stands by him.",
            ),
            sound(
                "frank-on-the-birds",
                "Our Kayleigh asks me how it is done.",
                "A girl asks four questions. A man answers, low, with a rest after each sentence.",
            ),
            words(
                """
                They sent them on the train to France to race. Think of that. He had walked out
                of France once himself, and he had a ticket with a boot print on it to prove it.
                Now he was sending them from there on purpose, to see if they would come back.

                There was one called Duchess. Small, no looks. In the race of 1962 there was a
                storm and none of them came. Not a bird. Everybody else went in. He stood there
                two days. My mother took him his meals on the coal bunker.

                On the third morning she dropped down on the loft with half a wing. He picked her
                up and put her inside his shirt. He came in the kitchen, sat down, and started
                talking. He talked about France till it was dark. My mother just kept filling the
                pot.
                """
            ),
        ),
        29,
        reporter="kayleigh",
        reader="demo-teacher-2",
        others=(("kayleigh", "heard"),),
    ),
    DemoStory(
        "gig",
        "The last night of the Circus",
        "I was fifteen, I had a bin bag and four safety pins, and I was at the Electric Circus.",
        "invented-ruby",
        "mick",
        "October 1977",
        ("electric-circus", "collyhurst-village"),
        ("music-art-stories", "making-and-mending"),
        "neighbourhood",
        (
            words(
                """
                We lived three streets off it. It had been a bingo hall, or it had been a picture
                house; it had been everything. My nan used to go. So when I said I was going to
                the Circus, she said, "Bring me a line if you win."
                """
            ),
            picture(
                "gig-night",
                "From the back. I was the one in a bin bag. There were a few of us.",
                "A black and white print. Three musicians play on a stage under spotlights, below "
                "a sign saying Electric Circus. The crowd is seen from behind, some with spiked "
                "hair.",
            ),
            words(
                """
                I made my own trousers, with zips off a tent. I cut my hair in the kitchen with the
                bacon scissors. My dad looked up from his paper, and looked down again, and said,
                "Have you lost a bet?"

                They were shutting it. Everybody knew. There were people up the walls and on each
                other's shoulders and you could not have fallen over if you fainted. I did not
                know one band from another. A lass I had never met put her arm through mine and we
                jumped up and down for three hours. The ceiling was raining. That was us, that was
                our own sweat coming back down.

                I had been nobody that whole year. I had left school, I had no job, I had a stammer.
                But there was a lad up there who could not sing and could not play, and he was
                doing it. And I thought: oh, you do not have to wait till you are good.

                I walked home at one in the morning, deaf, in a wet bin bag. Nan was up. She said,
                "Did you win?" I said, "I think so, yeah."
                """
            ),
        ),
        35,
        reporter="ruby",
        reader="demo-teacher-3",
    ),
)
