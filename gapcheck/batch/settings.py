"""The options of a command → an `Analyzer`, wherever it is built, and the hash of all that its reports rest on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gapcheck.analyzer import DEFAULT_PROFILE, Analyzer
from gapcheck.documents import Ocr, PdfReader, ReadLimits
from gapcheck.plan import DEFAULT_HOURS
from gapcheck.taxonomy import load_with_profile, models_key, taxonomy_key
from gapcheck.version import __version__

_PROFILE_FILES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The arguments of an `Analyzer`, from which this process and its workers build the same one."""

    profile: str = DEFAULT_PROFILE
    job: Path | None = None
    overlays: tuple[Path, ...] = ()
    as_of: date | None = None
    hours_a_week: float = DEFAULT_HOURS
    by: date | None = None
    pdf_reader: PdfReader = PdfReader.auto
    ocr: Ocr = Ocr.auto
    redact: bool = False
    password: str | None = field(default=None, repr=False)
    passwords: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    limits: ReadLimits = field(default_factory=ReadLimits)
    notes: Path | None = None

    def __call__(self) -> Analyzer:
        """The analyzer. Raises `TaxonomyError` and what `Analyzer` raises."""
        taxonomy, profile = load_with_profile(self.profile, self.overlays)
        return Analyzer(
            profile,
            as_of=self.as_of,
            job=self.job,
            hours_a_week=self.hours_a_week,
            by=self.by,
            pdf_reader=self.pdf_reader,
            ocr=self.ocr,
            redact=self.redact,
            password=self.password,
            passwords=dict(self.passwords),
            limits=self.limits,
            notes=self.notes,
            taxonomy=taxonomy,
        )

    def anywhere(self) -> Recipe:
        """The same, for a process that works in another folder."""
        is_file = self.profile.endswith(_PROFILE_FILES)
        return replace(
            self,
            profile=str(Path(self.profile).absolute()) if is_file else self.profile,
            job=self.job.absolute() if self.job else None,
            notes=self.notes.absolute() if self.notes else None,
            overlays=tuple(folder.absolute() for folder in self.overlays),
        )

    def options(self, analyzer: Analyzer) -> dict[str, str]:
        """What was asked for, as the store keeps it: with other options, a folder is not written to."""
        posting = hashlib.sha256(self.job.read_bytes()).hexdigest() if self.job else ""
        return {
            "as_of": analyzer.as_of.isoformat(),
            "by": self.by.isoformat() if self.by else "",
            "hours_a_week": f"{self.hours_a_week:g}",
            "job": posting,
            "ocr": self.ocr.value,
            "pdf_reader": self.pdf_reader.value,
            "profile": "" if posting else analyzer.profile.id,
        }

    def settings(self, options: dict[str, str]) -> str:
        """The hash of all that a report rests on but the resume: version, taxonomy with profiles, models, options."""
        files = (Path(self.profile),) if self.profile.endswith(_PROFILE_FILES) else ()
        parts = [__version__, taxonomy_key(self.overlays, files), models_key(), options]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]
