"""What the tests of the data's knowledge share."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 29)
