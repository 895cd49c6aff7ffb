"""A file of examples → what it holds; a fitted model → a file of plain numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a tenth of the time, for two hundred files


def examples_in_file(path: Path) -> Any:
    """What a YAML file of examples holds."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)


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
