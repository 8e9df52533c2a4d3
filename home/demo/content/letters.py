"""Letters that somebody typed up, page by page; each story shows the file of them."""

from home.demo.content.shapes import printed

LETTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "pearls-letters-home": (
        "Letters home, 1958",
        tuple(
            printed(letter)
            for letter in (
                """
                Monsall, the second of November

                Dear Mama,

                I am here and I am in one piece, so you can stop reading the shipping news. The
                coat is a good coat and everybody has admired it. It is not, however, a coat. It
                is a thing for walking to church in. I have bought a vest, and then another vest,
                and I wear the coat on top of the vests, and I am still cold in the middle.

                You asked me to tell you what I see. I see chimneys. I counted forty from the
                bus before I lost my place. They are all smoking, and the smoke goes straight up
                until dinner time and after that it comes down again. They call it a fine day.

                The hospital is a village with a wall round it. There is a house for scarlet
                fever and a house for diphtheria, and a lawn between them that nobody is allowed
                to sit on. Matron has a voice like a gate. She asked if I could make a bed. I
                said, Matron, I am one of seven, I could make a bed with a child in it. She
                nearly smiled. I will get her in the end.

                They have put me in a room with a girl from Mayo. Her name is Bernadette and she
                cries at night, quietly, so as not to trouble me. I cry at night quietly so as
                not to trouble her. On Thursday we found each other out, and we laughed so much
                that Home Sister knocked on the wall.

                Your loving Pearl
                """,
                """
                Monsall, the last day of November

                Dear Mama,

                Well, I have seen it. I was coming off nights and I thought that somebody was
                emptying a pillow from a window. I put my hand out. It sat on my glove and it was
                a star, a proper one with six points, like the ones we cut from paper. And then
                it was a drop of water. I stood in the yard until Bernadette came and fetched me
                in by the ear.

                You ask if people are kind. Some of them are, and some of them have not met me
                yet. The baker saves me a bun. The lady at the post office speaks to me slowly
                and very loud, and so I speak to her slowly and very loud, and we get along. On
                the bus a man moved his seat. A girl of about six took it and asked me if I was
                a queen. I said, only on my mother's side.

                The children are the best of it. They have to lie so still. We are not allowed to
                sit on the beds, so I learned to tell a story standing up with a thermometer in
                my hand. I have told them all about the goat, and how she ate the Reverend's
                sermon. They ask for the goat every night. I have had to give her more
                adventures than she had.

                I am learning the words. A ginnel is a lane. Nesh is when you feel the cold, and
                I am it. If they say that you are all right, it means that they love you.

                Your loving Pearl
                """,
                """
                Monsall, Boxing Day

                Dear Mama,

                Thank you for the parcel. The cake came in eleven pieces and we ate it with a
                spoon, all of Fever Three, with the doctors as well. Nobody spoke. Then Sister
                said, "Nurse, what is in it?" I said, rum, Sister. She said, "Is there any more?"

                I did not think that I would like Christmas here and I did not mean to. At six in
                the morning we turned our cloaks with the red side out and we went round the
                wards with lanterns, singing. There was frost on the inside of the windows. I sang
                the low part. When we came to the end of the last ward there were the mothers and
                fathers, outside in the dark with their faces on the glass, where they had been
                standing since five so as to see the lanterns. They could not come in. So I went
                and opened the top of the window, which is not allowed, and we sang it all again.

                Matron was behind me. I thought, now I will be on the boat. She reached over my
                shoulder with her pole, and she opened the next one.

                I said that I would stay for three years. I am writing to tell you that it may be
                a little more. Do not let Papa sell my bed just yet.

                Your loving Pearl
                """,
            )
        ),
    )
}
