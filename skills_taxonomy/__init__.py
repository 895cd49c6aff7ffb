"""The data that gapcheck knows, as YAML that a mentor can edit. `gapcheck.taxonomy` loads it."""
