"""The version, apart from the package so that every step may know it."""

__version__ = "0.1.0"
