"""Feedback as a conversation about the work: a teacher's point, a writer's answer, and no more.

There is no messaging here. A point is pinned to the memory or to a place in it. It is
answered by mending, with one short reply at most, and closed by either of the two.
"""
