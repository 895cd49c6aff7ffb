"""The spaCy components that find skills in a text, one job each; they meet in the `Doc` alone."""
