"""`gapcheck serve`: a page on this machine to drop a resume on, and the same analysis as an API for other programs."""

from gapcheck.web.app import create_app
from gapcheck.web.server import run
from gapcheck.web.settings import Settings

__all__ = ["Settings", "create_app", "run"]
