"""Starting a memory with people: whom to talk to, what to ask about, and only then a title."""
