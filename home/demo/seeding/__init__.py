"""Puts the demonstration into an archive by the verbs that people use, and never past them."""
