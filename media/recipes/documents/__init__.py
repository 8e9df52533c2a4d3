"""Written documents: read into one neutral shape, then set on pages like a book.

Each reader takes what a reader of the document would see and leaves the rest where it
is: names of authors, comments, deleted and hidden words never enter the shape.
"""
