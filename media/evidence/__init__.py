"""Signed papers behind consent: typed in by a teacher, seen by those it is about and by staff."""
