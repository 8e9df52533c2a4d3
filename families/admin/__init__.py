"""The staff's rooms in the Wagtail admin: people and consent, classes, families, accounts."""
