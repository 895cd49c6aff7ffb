"""Entries of a resume → what the projects show, and which project would show more."""
