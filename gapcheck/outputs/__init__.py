"""Reports, progress and cohorts → what people and programs see; nothing is decided here."""
