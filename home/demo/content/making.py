"""Memories of making: sleeves, wings, a garden, a quilt and a wedding."""

from home.demo.content.shapes import DemoStory, film, paper, picture, sound, words

STORIES = (
    DemoStory(
        "sewing",
        "A thousand sleeves",
        "My Nani sewed sleeves in the front room for four pence each, and one yellow frock for me "
        "for nothing.",
        "demo-student",
        "nasreen",
        "about 1974",
        ("harpurhey", "smedley"),
        ("making-and-mending", "work-and-trades", "journeys"),
        "family",
        (
            sound(
                "aisha-asks",
                "This is me, starting the interview. I was more nervous than she was.",
                "A girl's voice, a little too close to the phone.",
            ),
            words(
                """
                "The machine," she said. "My own machine. You could hear it from the bus stop."

                A van came on a Monday with bundles. Sleeves, only sleeves. She never saw a whole
                coat. She did two hundred a day with my mum in a basket by her foot, and she
                rocked the basket with the treadle. My mum says she still falls asleep on trains.
                """
            ),
            picture(
                "sewing-hands",
                "Nani's hands, from when she showed me how.",
                "A faded print. Two hands in pink sleeves guide yellow cloth under the needle of a "
                "black sewing machine. Cut sleeves are piled to the right.",
            ),
            words(
                """
                Four pence a sleeve. If one was wrong they took off ten. She learned to count in
                English from the van man, who cheated, so she learned to count faster than him.

                I asked if she minded. She thought about it. She said that back home she was a
                judge's daughter and was not allowed to go to the shop. Here she was nobody, and
                she had her own money in a tin. "I was very tired," she said, "and I was so happy I
                was frightened somebody would notice."

                One day the van stopped coming. She still had the thread. She made curtains for the
                whole street, and she got asked in to hang them. That is how she met everyone.

                She made me a frock last month. Yellow. I put it on and she checked the sleeves
                first.
                """
            ),
        ),
        1,
        reporter="aisha",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "carnival",
        "Eleven rolls of chicken wire",
        "It took the whole street four weeks to make me into a bird.",
        "invented-shanice",
        "marcia",
        "July 1985",
        ("rochdale-road", "queens-park"),
        ("music-art-stories", "making-and-mending", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                I was fourteen and I was the tallest, so I was the bird. Nobody asked me. My mum
                just came at me with a tape measure.

                Tuesday nights it was, in our kitchen. Chicken wire down the middle of the floor.
                Miss Pearl on feathers. Two of the Irish mums, who could do anything with crêpe
                paper because of the Whit Walks. The Golden Lantern sent two girls down with spring
                rolls and they stayed to glue. You could not get to the sink.
                """
            ),
            picture(
                "carnival",
                "The float, going past our end.",
                "A drawn carnival in a street of terraces, under bunting. On a float of paper "
                "flowers stands a woman in yellow with a great fan of feathers. Drummers and a "
                "crowd are seen from behind.",
            ),
            film(
                "carnival-passing",
                "Going by. Look at the petals.",
                "A short film. The camera follows the float along the street as paper petals fall. "
                "A steel band plays.",
            ),
            words(
                """
                On the day I could not sit down. I could not go through a door. I went to the toilet
                at eight in the morning and that was that. They lifted me onto the lorry with a
                coal hoist.

                I had been called things that year, at school. I had started walking with my head
                down so as to be smaller. And there I was, eleven feet across. You cannot be small
                in that. We came round onto Rochdale Road and the drums started, and I thought,
                well, they are all looking anyway. So I opened my wings.
                """
            ),
            sound(
                "croft-carnival",
                "A steel pan tune like one that we had.",
                "A quick, bright tune on steel pans with a bass, about twelve seconds long.",
            ),
            paper(
                "carnival-programme-1985",
                "The programme. 20p.",
                "A red programme of four pages. It gives the order of the day, describes the "
                "float, A Bird of Paradise, and thanks everyone who helped.",
            ),
        ),
        7,
        reporter="shanice",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "allotment",
        "The door in the field",
        "My grandad grew callaloo in Smedley, in a plot with a front door and no house.",
        "invented-shanice",
        "winston",
        "1979",
        ("smedley",),
        ("food-growing-animals", "neighbours"),
        "family",
        (
            words(
                """
                They were pulling the streets down, and you could have what you liked off the
                heap. So I took a door. A good red one, with a letter box. I carried it on my head
                up to the allotment and hung it on two posts. No fence, just the door. It made me
                laugh. I locked it when I went home.
                """
            ),
            picture(
                "allotment",
                "Grandad and my dad, digging. The door is on the shed now.",
                "A drawn allotment with rows of cabbages, bean poles and a green shed with a red "
                "door. A man in a cap digs while a small boy carries a bucket.",
            ),
            words(
                """
                The old fellows did not know what to make of me. I put in callaloo and thyme and
                scotch bonnets in a bath with glass on it. They had leeks. They would lean on
                their spades and say, "That's a weed, is that."

                Then Harold's wife took bad and he stopped coming. His plot went to seed. I did
                not ask him. I just did his rows when I did mine, and I left what came up in a box
                at his door. Leeks, and a bit of callaloo on top, with how to cook it on a
                cigarette packet.

                He came back in the March. He did not say a word about it. He went through my door.
                He opened it, and wiped his feet, and shut it behind him. He looked at my bath and
                he said, "What d'you feed them peppers?"

                We were friends for twenty-six years. When he passed, his daughter found the
                cigarette packet in his wallet.
                """
            ),
        ),
        22,
        reporter="shanice",
        reader="demo-teacher",
    ),
    DemoStory(
        "quilt",
        "A square for every street",
        "Twenty women with nine languages between them made a map of the streets that had gone.",
        "invented-mei",
        "suet",
        "2019",
        ("irish-world-heritage-centre", "queens-park-museum"),
        ("making-and-mending", "languages-and-sayings", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                The idea was that each of us would make one square, of the street where we had
                lived. Mum said she was no good at sewing. Then she found out what the others had
                brought. One had brought a tea towel. One had cut up her dead husband's shirt.
                """
            ),
            picture(
                "sewing-class",
                "The quilt, the night before it was finished.",
                "A drawn quilt of bright squares, some with houses, on a big table. Five women "
                "stand at the near side with their backs to us.",
            ),
            words(
                """
                They had nine languages and about forty words they all knew. Pin was one. Ouch was
                one. They got through six months on those.

                My mum made the Golden Lantern. She used the lining of her father's coat, which is
                red. There was a space next to it that nobody had claimed, so she asked whose it
                was. An old lady put her hand up. She said, "That's me, love. I'm number sixty, and
                a pickled egg. I used to come with my dad."
                """
            ),
        ),
        3,
        reporter="mei",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "wedding",
        "Two cakes at St Malachy's",
        "We were married in borrowed everything, and the whole parish brought the same cake.",
        "invented-declan",
        "maureen",
        "Easter Monday 1968",
        ("st-malachys", "irish-world-heritage-centre"),
        ("faith-and-special-days", "music-art-stories", "neighbours"),
        "family",
        (
            words(
                """
                The dress had been up that aisle five times and I was the sixth. It had been let
                out and taken in so often that it had its own opinion. The veil was Kathleen's. The
                shoes were my sister's, and they were a size too small, and that is why I am
                leaning on him in every picture. People say, "You look so in love." I was in agony.
                """
            ),
            picture(
                "wedding",
                "Going in. I like it best, because you cannot see my face.",
                "An old brown print. Wedding guests in hats stand with their backs to us, facing a "
                "church door. The bride has a long veil. Petals are falling.",
            ),
            words(
                """
                There was no money for a cake, so my mother-in-law asked one neighbour if she could
                do a small one. She asked one neighbour. But it was that street. There were
                fourteen. Fourteen fruit cakes, all off the same recipe, off the back of the same
                flour bag. We stood them on top of each other in the end. It went up nearly to the
                lamp. Then my uncle Pat began to play, and the floor began to go.
                """
            ),
            sound(
                "angel-meadow-jig",
                "Not Pat, but he would know it.",
                "A fast jig on a tin whistle, about ten seconds long.",
            ),
            words(
                """
                I called this two cakes, because that is what is left. We ate from one till
                Whitsun. The last one I kept, in a tin, for the first christening, the way you do.

                There was no christening. It was not to be, for us. I could not throw it out and I
                could not open it. It moved house with us twice.

                Then in 1989 we got the phone call about Declan's dad, who was four years old and
                needed a home by Friday. He came with a carrier bag. He said he was hungry. I went
                up on a chair, and I got the tin.
                """
            ),
        ),
        41,
        reporter="declan",
        reader="demo-teacher",
    ),
)
