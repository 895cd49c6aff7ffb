"""The data files as checked models, a module for each subject."""
