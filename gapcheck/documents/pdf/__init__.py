"""A PDF → words with boxes, and what of them can be seen."""
