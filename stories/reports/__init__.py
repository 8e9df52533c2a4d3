"""Reports on a school's memories: who takes part, what is covered, which children are shown."""
