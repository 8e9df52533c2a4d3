"""What stands above the memories of some places and funds. It is invented, like all of it.

Nothing is said of a real place but what everybody can see, and what the memories themselves tell.
"""

from home.demo.content.shapes import words

PLACES = {
    "collyhurst": words(
        """
        Collyhurst lies between the River Irk and Rochdale Road, a short walk from the middle of
        Manchester. Ask people where it begins and ends, and you will get as many answers as
        there are front doors.

        Mills, dye works and terraces stood here, then flats, and now new streets between them.
        What stays is told from kitchen to kitchen: who hung washing over whose head, who fed the
        landing, and who woke the man who woke everybody else.
        """
    ),
    "harpurhey": words(
        """
        Harpurhey runs along both sides of Rochdale Road, with a park, a library, baths and a
        market that people still talk of as if it were Saturday morning.

        Cloth was coloured here and shirts were sewn. Families came from the next street and from
        the other side of the world, and brought their recipes. Most of these stories smell of
        something.
        """
    ),
    "rochdale-road": words(
        """
        The road that everybody here has waited on. Trams ran along it, then buses with a
        conductor, and behind its shop doors somebody was always up before you.

        Walks with banners came down it in white, and a garden grew beside it. If you want to
        know how this place has changed, stand at a stop and listen to who gets on.
        """
    ),
    "queens-park": words(
        """
        Grass, big trees and a hill to sit on. For some it was the first green thing they saw on
        a Sunday; for others it is where the team plays, with coats for goalposts.

        People remember a band, a boat, a first kiss and a lost shoe. Not all of it happened in
        the same year.
        """
    ),
}

FUNDS = {
    "work-and-trades": words(
        """
        Nobody is born knowing how to mind thirty looms, sew a sleeve in four minutes or carry a
        tray of pies through a crowd. Somebody stood beside them and said: not like that, like
        this.

        In these stories people tell what their hands learned, who taught them, and what the work
        sounded like. Some of these trades are gone. The knowing is not.
        """
    ),
    "neighbours": words(
        """
        A key on a string. A plate with another plate on top of it. Somebody who notices that
        your curtains are still drawn.

        These are stories of what people here did for each other without being asked, and of the
        times when a whole street or a whole landing made up its mind.
        """
    ),
    "food-growing-animals": words(
        """
        Recipes here are seldom written down. They are measured in handfuls and passed on by
        standing in the way.

        Read about tables where two languages met, about allotments behind the railway, and about
        birds that always came home.
        """
    ),
}
