"""Reports, progress and cohorts → what a terminal shows."""
