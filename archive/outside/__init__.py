"""What other sites and machines see: heads, feeds, sitemaps, embeds, cards and codes."""

NAME = "Who Do You Think You Are? Collyhurst and Harpurhey remember"
"""What other sites and readers call the archive."""
