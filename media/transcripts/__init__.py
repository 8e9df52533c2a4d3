"""What is said in a recording: read, written, held back in part, and shown as captions.

Everything inside is text. Markup that a file brings along is dropped, its words stay,
and whatever is written out again is escaped.
"""
