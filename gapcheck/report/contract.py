"""A published model → its JSON Schema, with an address, and every field described by the words in `fields.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from gapcheck.report.model import ErrorReport, GapReport

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """JSON Schema of one report."""
    return published_schema(GapReport)


def error_schema() -> dict[str, Any]:
    """JSON Schema of a document that could not be analysed."""
    return published_schema(ErrorReport)


def published_schema(model: type[BaseModel]) -> dict[str, Any]:
    """JSON Schema of what this version writes of a model. `$id` is that of the contract: fields may come within a
    version of it, none goes, changes its name or its meaning.
    """
    schema = model.model_json_schema(mode="serialization")
    for title, part in [(model.__name__, schema), *schema.get("$defs", {}).items()]:
        for name, field in part.get("properties", {}).items():
            if (said := described(title, name)) is not None:
                field["description"] = said
    contract: str = schema["properties"]["schema"]["const"]
    return {"$schema": _DIALECT, "$id": f"urn:{contract.replace('/', ':')}", **schema}


def described(part: str, field: str) -> str | None:
    """What a field means: the same wherever it stands, unless its part says otherwise; None where nothing is said."""
    words = _words()
    found: str | None = words.get(part, {}).get(field) or words["everywhere"].get(field)
    return found


@cache
def _words() -> dict[str, dict[str, str]]:
    import yaml  # only who asks for the schema pays for its import

    found: dict[str, dict[str, str]] = yaml.safe_load(files("gapcheck.report").joinpath("fields.yaml").read_bytes())
    return found
