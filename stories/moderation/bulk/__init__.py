"""What may be done to many memories at once: to pick up, to remind, to put into a showcase.

Never to publish, to take down or to delete: each of those is about one memory that
somebody has read.
"""
