"""Memories that begin with food."""

from home.demo.content.shapes import DemoStory, paper, picture, sound, words
from media.recipes.hiding import Area

STORIES = (
    DemoStory(
        "pierogi",
        "Sixty is never enough",
        "Every Christmas Eve we make sixty pierogi on the same board, and leave one chair empty.",
        "invented-zofia",
        "halina",
        "every December since 1949",
        ("moston", "moston-lane"),
        ("food-growing-animals", "faith-and-special-days", "journeys"),
        "family",
        (
            words(
                """
                My father made this board in the camp. It was a door. After the war the Polish
                soldiers had nowhere to go back to, so they lived in huts in a field, and my
                mother said, I have no table, so he took the door off. It was a cold winter with
                no door. But there were pierogi.

                Then we got a house off Moston Lane, with doors, and the board came too.
                """
            ),
            picture(
                "pierogi",
                "Babcia's hands are the red sleeves. Mine is the blue one.",
                "A drawn wooden board from above. Rows of dumplings, a rolling pin, a bowl, and "
                "three hands at work in flour.",
            ),
            paper(
                "recipe-card",
                "The recipe, both sides. Babcia wrote it in English so that nobody had an excuse.",
                "A card in neat handwriting, with stains. The front lists what you need. The back "
                "has six steps and says: makes 60, it is never enough.",
            ),
            words(
                """
                You must work fast and you must talk. If you stop talking the dough dries. My
                mother told us everything over that board. She told us about the train to Siberia
                while she was pinching the edges, quite quietly, and she never pinched one wrong.

                On Christmas Eve you set one place too many. It is for the traveller, for anybody
                who comes. For sixty years nobody came. Then in 2009 the lad next door, who was
                Eritrean and very thin, knocked because he was locked out.

                We all looked at the chair. My mother, who was ninety-one, said in Polish, "Well,
                at last. Sit down." He ate twenty-two.
                """
            ),
            sound(
                "flour-lullaby",
                "What my mother hummed. I picked it out on a music box.",
                "A small, slow tune on a music box, about seventeen seconds long.",
            ),
        ),
        14,
        reporter="zofia",
        reader="demo-teacher",
    ),
    DemoStory(
        "jollof",
        "Jollof for the whole landing",
        "Our pot was too big for the kitchen, so Mum cooked on the landing, and all the doors "
        "opened.",
        "demo-student-2",
        "bisi",
        "2003",
        ("collyhurst-village", "collyhurst"),
        ("food-growing-animals", "neighbours", "journeys"),
        "neighbourhood",
        (
            words(
                """
                When my mum moved into the flats she knew nobody. She had one pot, because that is
                what her mother gave her to bring. It was a party pot. It would do a hundred
                people. It did not fit on the cooker. It did not even fit through the kitchen door.

                For a month it sat in the hall with the coats in it.
                """
            ),
            picture(
                "jollof",
                "The pot. I still fit in it, but only just. Ron never liked his picture taken, so "
                "we have hidden his face.",
                "A drawn landing in a block of flats. Three neighbours with plates and a small boy "
                "stand behind a huge pot of red rice. Their front doors are open. The face of the "
                "man in the middle is hidden.",
                hidden=(Area(0.43, 0.345, 0.115, 0.09),),
            ),
            words(
                """
                Then it was her birthday and she thought, I am not going to eat rice for one. She
                borrowed a gas ring from the man across the landing, the one who never spoke. She
                carried the pot out there and she started.

                Onions first. You know what onions do. The door on the left opened. Then tomatoes
                and pepper. The door on the right. By the time the bay leaves went in there were
                people coming up the stairs who did not even live in our block. Somebody brought
                chairs. Somebody brought a cake with another name scraped off it.

                The man who never spoke had three plates. He said it was the first hot thing he
                had eaten with another person since his wife. His name was Ron. He taught me to
                ride a bike.

                My mum says you can carry a pot three thousand miles and not know what it is for
                until you put it down outside your own door.
                """
            ),
        ),
        4,
        reporter="tunde",
        reader="demo-teacher",
    ),
    DemoStory(
        "golden-lantern",
        "A number for everything",
        "My mum did her homework behind a takeaway counter, and translated for the whole of "
        "Rochdale Road.",
        "invented-mei",
        "suet",
        "between 1983 and 1984",
        ("rochdale-road",),
        ("work-and-trades", "food-growing-animals", "languages-and-sayings"),
        "family",
        (
            words(
                """
                There was a stool, and it was mine. It was a beer crate really, with a cushion. I
                could just see over. I had my reading book on the shelf under the till, and in
                between numbers I read.
                """
            ),
            sound(
                "mei-at-the-counter",
                "Mei's mum, Suet, on working the counter.",
                "A woman's voice, quick on the numbers. The last sentence is bleeped: it is about "
                "a customer, and we have held it back.",
            ),
            picture(
                "golden-lantern",
                "The Golden Lantern on a wet night. That is me, in pink, at the counter.",
                "A drawn takeaway at night in the rain, with red lanterns and a yellow window. A "
                "cook in white works at steaming woks; a small girl stands at the counter.",
            ),
            words(
                """
                My parents came from the New Territories. They worked from three in the afternoon
                till one in the morning, and I think I was the only child in my class who had
                never seen her dad asleep.

                People came in after the pub. Some were rude. My mum did not have the English to
                be rude back, so she would say to me, very politely, in Cantonese, exactly what
                she thought of them, and I would turn round and say, "My mum says ten minutes."

                One night there was an old man who wanted to know what was in number sixty. I told
                him all of it. He said, "You're clever, you should be a teacher." I said the
                numbers for tea to my mum and I forgot about it.

                I am a teacher now. I never learned his name. But I know what he had. Sixty, and a
                pickled egg.
                """
            ),
        ),
        27,
        reporter="mei",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "eid-table",
        "Eid in two kitchens",
        "Our oven broke on the night before Eid, so half of it was cooked next door by a woman "
        "who had never heard of it.",
        "demo-student",
        "saima",
        "January 1998",
        ("harpurhey",),
        ("faith-and-special-days", "neighbours", "food-growing-animals"),
        "family",
        (
            words(
                """
                It was my first Eid as the lady of the house. Twenty-three people were coming. I
                had been up two nights. At nine o'clock, with four trays ready to go in, the oven
                went bang and all our lights went out.

                I sat down on the kitchen floor in my good clothes and I howled.
                """
            ),
            picture(
                "eid-table",
                "In the end it all got to the table.",
                "A drawn table with seven dishes on a white cloth, against green tiles. Through an "
                "arched window there is a new moon over a row of houses.",
            ),
            words(
                """
                There was a knock. It was the lady from next door, Mrs Duffy. We had only ever
                said good morning. She had a candle. She said, "Is somebody hurt, love?" and I
                said, "It's my samosas."

                She looked at the trays. She looked at me. She said, "Right," and she picked one
                up and walked out with it. I thought she was stealing it. Then she came back for
                the next one. She cooked till two in the morning. She had rollers in. She kept
                coming to the wall and banging, and shouting how brown do you want them.
                """
            ),
            picture(
                "bread-and-tea",
                "Mrs Duffy's kitchen. The next year she invited us, for Christmas.",
                "A drawn kitchen table by a window, with a checked cloth, a loaf, a brown teapot "
                "and two cups. There are terraced houses outside.",
            ),
            words(
                """
                I told her to come and eat. She said she would not know what to do. I said, "You
                sit down and you say yes." She came for nineteen years. When she died, her son
                brought me her baking trays. I use them every Eid. They are better than mine.
                """
            ),
        ),
        18,
        reporter="aisha",
        reader="demo-teacher-2",
    ),
    DemoStory(
        "market",
        "Saturday on Conran Street",
        "You could get a whole week on Conran Street for a fiver, if my mum was doing the talking.",
        "invented-kayleigh",
        "linda",
        "Saturdays in the 1970s",
        ("conran-street-market",),
        ("home-and-money", "food-growing-animals", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                My mother never paid the first price in her life. She thought it was bad manners.
                She would pick up a cabbage and look at it as if it had let her down. The man would
                say, "What's up with it, Lil?" and she would say, "I'm saying nothing," and put it
                back. She would get as far as the next stall. He always cracked.
                """
            ),
            picture(
                "market",
                "Conran Street on a Saturday. I am somewhere behind the bananas.",
                "A drawn street market with striped awnings. Stalls are piled with fruit and "
                "cloth, and shoppers stand with their backs to us holding bags.",
            ),
            sound(
                "conran-street",
                "A market, more or less.",
                "A crowd murmurs, crates are put down, and a shop bell rings twice.",
            ),
            words(
                """
                Fruit from Jimmy, because he let you have the specked ones cheap. Net curtains
                from the twins. Boots from the man with one arm, who tied laces faster than you
                with two. In the middle was a pie stall where she sat down, once, for ten minutes,
                and that was her holiday.

                I worked there myself after. Twenty-two years on handbags. You got to know who was
                doing well and who was not by what they asked to put by. I had a shelf under the
                table for things people were paying off at fifty pence a week. Some never came
                back. If I knew why, I took it round to them.

                It shut in 2025. I went on the final Saturday. I walked right round with
                nothing in my bag and I bought a cabbage. I gave him the first price he said.
                """
            ),
        ),
        2,
        reporter="kayleigh",
        reader="demo-teacher",
    ),
)
