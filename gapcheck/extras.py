"""An extra of the installation → the words that tell how to install it, the same everywhere."""

from __future__ import annotations


def how_to_install(*extras: str) -> str:
    """The command, and where it is typed: gapcheck is installed from a copy of its project."""
    return f"in your copy of the project, type pip install '.[{','.join(extras)}]'"
