"""What one resume costs in a process that is warm, step by step, against bare text extraction of the same files."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pypdfium2
from measure import least_cpu

from gapcheck import Analyzer
from gapcheck.documents import read_document
from gapcheck.resume.reader import read_resume
from gapcheck.skills.reader import SkillReader


def print_steady(folder: Path) -> None:
    """CPU time a resume in all, for each step, and the median over the resumes."""
    files = sorted(folder.rglob("*.pdf"))
    as_of = date(2026, 11, 1)
    analyzer = Analyzer(as_of=as_of)
    taxonomy, skills = analyzer.taxonomy, SkillReader(analyzer.taxonomy)
    for file in files:  # the first time loads what is needed
        analyzer.analyze(file).to_json()
    gc.collect()
    gc.freeze()  # as a worker does
    steps: dict[str, Callable[[], object]] = {
        "bare PDFium": lambda: sum(_bare(file) for file in files),
        "whole": lambda: [analyzer.analyze(file).to_json() for file in files],
        "read the page": lambda: [read_document(file) for file in files],
    }
    documents = [read_document(file) for file in files]
    resumes = [read_resume(document, taxonomy, as_of) for document in documents]
    reports = [analyzer.analyze_document(document) for document in documents]
    steps |= {
        "sections, entries, dates": lambda: [read_resume(document, taxonomy, as_of) for document in documents],
        "skills and levels": lambda: [skills.read(resume) for resume in resumes],
        "all after reading": lambda: [analyzer.analyze_document(document) for document in documents],
        "JSON": lambda: [report.to_json() for report in reports],
    }
    least = least_cpu(list(steps.values()))
    found = {name: seconds / len(files) for name, seconds in zip(steps, least, strict=True)}
    plain = found.pop("bare PDFium")
    rest = found.pop("all after reading") - found["sections, entries, dates"] - found["skills and levels"]
    found["gaps, portfolio, plan, report"] = rest
    print(f"steady state, {len(files)} resumes; bare PDFium takes {plain * 1000:.1f} ms a resume")
    for name, seconds in found.items():
        print(f"  {name}: {seconds * 1000:.1f} ms a resume, {seconds / plain:.2f} x PDFium")
    print(f"  median over the resumes: {_median(files, analyzer) * 1000:.1f} ms")


def _bare(file: Path) -> int:
    """The characters of a file, read by PDFium alone."""
    document = pypdfium2.PdfDocument(file)
    count = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return count


def _median(files: Sequence[Path], analyzer: Analyzer) -> float:
    return statistics.median(least_cpu([partial(analyzer.analyze, file) for file in files], repeats=3))
