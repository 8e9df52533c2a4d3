"""The map: what is asked of it, how many memories stand where, and what is drawn as one."""
