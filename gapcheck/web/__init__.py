"""`gapcheck serve`: a page on this machine to drop resumes on, and an API that gives programs the same reports."""

from gapcheck.web.app import create_app
from gapcheck.web.server import run
from gapcheck.web.settings import Settings

__all__ = ["Settings", "create_app", "run"]
