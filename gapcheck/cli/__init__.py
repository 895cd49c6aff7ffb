"""The command `gapcheck`: one file for each of its commands."""
