"""What was found in a memory, each where it stands: numbered, with three ways out of it.

A mark is let stay, mended, or asked about. All of it is made from the memory as it is shown, so
a mark is gone as soon as what it is about is.
"""
