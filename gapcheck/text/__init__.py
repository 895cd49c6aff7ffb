"""Words of a text: tokens, patterns, phrases of the data files, and how far a word of doubt reaches."""

import gapcheck.text.spacy_import  # noqa: F401 - before the first import of spaCy
