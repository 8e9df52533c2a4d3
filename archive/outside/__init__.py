"""What other sites and machines see: heads, feeds, sitemaps, embeds, cards and codes."""
