"""Memories that answer others: the same thing as somebody else saw it."""

from home.demo.content.shapes import DemoStory, words

STORIES = (
    DemoStory(
        "monday-indoors",
        "Monday was red and green",
        "Somebody here told of white sheets on a Monday. Ours hung over the bath, and then one day "
        "they did not.",
        "demo-family",
        "nasreen",
        "1979",
        ("harpurhey",),
        ("home-and-money", "neighbours"),
        "neighbourhood",
        (
            words(
                """
                I read about Maureen's street and her white Mondays. I remember that street from
                the other side. When we came I did not dare put our things out. Everybody's were
                white. Ours were red and green and one was orange, and the dye ran.

                So I hung them over the bath. The whole house was damp. My husband said it was
                like the monsoon, only with a gas bill.

                One Monday a lady knocked. She had no words for me and I had none for her. She
                took my basket out of my hands, walked to her own line, and moved her sheets up.
                She pegged my orange scarf right in the middle, where the sun was.

                After that it was our place on the line. Nobody ever said so. Maureen, if that was
                your mother: I still have the peg.
                """
            ),
        ),
        7,
        reader="demo-teacher",
        answers="wash-day",
    ),
)
