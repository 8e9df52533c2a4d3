"""What the invented people say, as data. Every person and every memory is made up."""
