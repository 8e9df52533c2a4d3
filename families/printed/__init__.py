"""Sheets for a printer, set by typst from our own templates in this folder."""
