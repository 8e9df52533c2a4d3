"""The screens on which people answer about their consent, each question on its own."""
