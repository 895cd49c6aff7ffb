"""What is personal in a resume, and reports and page pictures without it."""

from gapcheck.privacy.find import PersonalDetails
from gapcheck.privacy.names import without_words
from gapcheck.privacy.page_images import redacted_pictures
from gapcheck.privacy.redact import redacted

__all__ = ["PersonalDetails", "redacted", "redacted_pictures", "without_words"]
