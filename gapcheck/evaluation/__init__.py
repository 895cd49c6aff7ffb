"""Labelled resumes and the analyzer → how right it is: what is found, at which level, which verdicts; with intervals.

A corpus is a folder with `resumes/<id>.pdf` and `labels/<id>.json`; docs/accuracy.md says what a label holds.
"""

from gapcheck.evaluation.measure import CorpusError, DocumentScore, Evaluation, Reading, evaluate, reliability

__all__ = ["CorpusError", "DocumentScore", "Evaluation", "Reading", "evaluate", "reliability"]
