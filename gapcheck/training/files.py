"""A fitted model → a file of plain numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write(model: dict[str, Any], path: Path) -> None:
    """One feature a line, or all features of a kind, so that a change can be read."""
    if "weights" not in model:
        path.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
        return
    rows = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(row, separators=(',', ':'))}"
        for name, row in sorted(model["weights"].items())
    )
    head = json.dumps({key: value for key, value in model.items() if key != "weights"}, indent=1)
    path.write_text(f'{head[:-2]},\n "weights": {{\n{rows}\n }}\n}}\n', encoding="utf-8")
