"""Older days: the war, the Hippodrome and the walks."""

from home.demo.content.shapes import DemoStory, picture, sound, words

STORIES = (
    DemoStory(
        "blackout",
        "Singing under the school",
        "At Christmas 1940 we sat in the cellar under St Patrick's and sang so that we would not "
        "hear.",
        "invented-declan",
        "bill",
        "Christmas 1940",
        ("st-patricks", "angel-meadow"),
        ("neighbours", "music-art-stories"),
        "neighbourhood",
        (
            words(
                """
                I was six and I had one shoe on. That is what I remember. The siren went while I
                was getting dressed for bed, or undressed, I was never sure, and my father picked
                me up with one shoe on and ran.

                We went down under the school. There were benches, and a bucket behind a curtain,
                and a harmonium that had been put there to be out of the wet.
                """
            ),
            picture(
                "blackout",
                "Looking up, before he carried me in. You could not help looking up.",
                "A black and white print. Searchlights cross over a dark terrace with no lights "
                "showing. A warden and a family stand looking up.",
            ),
            words(
                """
                The first bang, everybody went quiet. The second bang, a baby started. Then Miss
                Tully, who taught the infants and was frightened of mice, sat down at that
                harmonium and put her hands on it. She did not play a hymn. She played the song
                the lads sang on the trams. And everybody knew it, and nobody was supposed to know
                it in front of a nun.
                """
            ),
            sound(
                "evening-on-the-irk",
                "A harmonium, something like hers.",
                "A slow tune on a harmonium, about twenty seconds long. There are no words.",
            ),
            words(
                """
                We sang two nights. When we came up, the end of the street had gone. Just gone,
                and the sky was in the place of it. My mother sat on the step and took off my one
                shoe and looked inside it, as if there might be an answer in there.

                I have never been able to hear a harmonium in a film without looking for the
                bucket.
                """
            ),
        ),
        44,
        reporter="declan",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "hippodrome",
        "Tuppence in the gods",
        "For tuppence you could sit so high at the Hippodrome that the singers were all hats.",
        "invented-ruby",
        "joan",
        "1938",
        ("queens-park-hippodrome", "harpurhey"),
        ("music-art-stories", "sport-play-days-out"),
        "neighbourhood",
        (
            words(
                """
                First house, Saturday. You queued in all weathers, and the rain made the road
                shine so that there were two theatres, one the right way up.

                We were in the gods, which is the top, on a plank. No backs. If the man behind you
                laughed you got his knees. From there you never saw a face. You saw hats, and
                partings, and the top of a trombone.
                """
            ),
            picture(
                "hippodrome",
                "The Hippodrome, first house, in the wet.",
                "A drawn theatre at night with a sign in yellow bulbs. People queue with their "
                "backs to us and the lights shine in the wet road.",
            ),
            words(
                """
                My brother Alf could do all the acts by Sunday dinner. He did the man who played
                the saw. He did it on our real saw, and my dad went to work on the Monday with a
                saw that would only cut in B flat.

                There was a woman came on at the end in a white dress and just stood. No tricks.
                She sang about a ship. I looked along our plank and every single one of them was
                crying, the coal man, the lads, everybody, in a row like birds on a wire. And when
                the lights went up they all had something in their eye.

                I thought, I would like to be able to do that. And then I went and worked in
                biscuits for forty years. But I sing at the sink. The cat has never complained.
                """
            ),
        ),
        16,
        reporter="ruby",
        reader="demo-teacher-3",
    ),
    DemoStory(
        "whit-walk",
        "Walking with the banner",
        "On Whit Friday we walked behind the banner in white, and I held a ribbon and did not let "
        "go.",
        "invented-declan",
        "maureen",
        "Whit Friday 1955",
        ("st-patricks", "rochdale-road"),
        ("faith-and-special-days", "music-art-stories"),
        "neighbourhood",
        (
            words(
                """
                The frock was made out of a parachute. I am not making it up. It was silk and it
                whistled when you walked. My mother had been saving it in the bottom of the
                wardrobe since the war for something that deserved it.

                You got a penny from everybody who saw you. That was the custom. You stood on the
                step in your white and the whole street filed past and put a penny in your bag. I
                had one and eleven before we set off.
                """
            ),
            picture(
                "whit-walk",
                "Going down towards town. I am in the row with the veils.",
                "A black and white print. A church banner is carried away from us down a street "
                "of terraces. Rows of girls in white dresses follow it, and people line the road.",
            ),
            sound(
                "rochdale-road-march",
                "A march, for walking in step to.",
                "A brass band plays a cheerful march, about seventeen seconds long.",
            ),
            words(
                """
                It blew that day. The banner caught it like a sail and the two big men holding the
                poles went backwards, past the band, past the priest, with their feet going
                forwards all the time. There were six of us on the ribbons. Five let go.

                I did not let go. I do not know why. I went with it. I was eight and I weighed
                what a cat weighs, and I went along Rochdale Road like a kite, with my parachute on.

                My grandmother kept the ribbon. When she died they found it in her prayer book,
                and she had written on the paper round it: "This one holds on."
                """
            ),
        ),
        52,
        reporter="declan",
        reader="demo-teacher",
    ),
)
