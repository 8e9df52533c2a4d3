"""Tunes, noises and a speaking voice made by code: no recording of anybody."""
