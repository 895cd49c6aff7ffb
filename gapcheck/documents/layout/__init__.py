"""Words with boxes → lines in reading order, and text without boxes → lines as a page would have them."""
