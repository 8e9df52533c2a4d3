"""Who looked at what, and who changed what: kept in Wagtail's log, read by the lead."""
