"""Many places → one report or one error each; a document that can't be read costs only itself.

`analyze_all` reads them one after the other, `analyze_all_in_workers` in several processes, both in order; `run` keeps
what is done in an output folder and goes on from there. None of them reads a file in this process.
"""

from gapcheck.batch.inputs import expanded
from gapcheck.batch.limits import Limits
from gapcheck.batch.one_by_one import analyze_all, analyze_all_in_workers
from gapcheck.batch.sandbox import guarded

__all__ = ["Limits", "analyze_all", "analyze_all_in_workers", "expanded", "guarded"]
