"""Reports, progress and cohorts → pages that load nothing."""
