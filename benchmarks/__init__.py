"""Repeatable measurements of what people wait for. None of them is a test."""
