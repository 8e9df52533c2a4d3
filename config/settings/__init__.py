"""Settings by topic. ``production`` is the base; ``laptop`` and ``tests`` loosen it."""
