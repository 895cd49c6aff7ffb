"""Two reports of one person → what changed between them."""
