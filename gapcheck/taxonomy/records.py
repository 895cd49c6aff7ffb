"""YAML files, ours and the user's laid over them → raw records that remember where each was written."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from gapcheck.arguments import in_plain_words

_Model = TypeVar("_Model", bound=BaseModel)
Step = str | int
_NO_TEXT = ": this is no text in UTF-8: save it as such"


class TaxonomyError(Exception):
    """A data file is wrong. The message names file, line and field, and says what to do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was written: the file, its text, and the steps from the file's root to the record."""

    file: str
    text: str = field(repr=False)
    steps: tuple[Step, ...] = ()

    def at(self, *steps: Step) -> Origin:
        """The place of a part of this record."""
        return Origin(self.file, self.text, (*self.steps, *steps))

    def __str__(self) -> str:
        return f"{self.file}:{self._line()}"

    def _line(self) -> int:
        """Line of the record, or of the nearest part of it that is written; found only when something is wrong."""
        import yaml  # as below: only who reads YAML pays for its import

        from gapcheck.taxonomy.yaml_loader import SafeWordsLoader

        node = yaml.compose(self.text, Loader=SafeWordsLoader)
        line = 1
        for step in self.steps:
            if isinstance(node, yaml.MappingNode):
                pair = next(((key, value) for key, value in node.value if key.value == str(step)), None)
                if pair is None:
                    break
                line, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
            else:
                break
        return line


@dataclass(frozen=True, slots=True)
class Record:
    """Raw data and where it stands."""

    data: Any
    origin: Origin

    def part(self, *steps: Step) -> Record:
        """A part of the record, with its place."""
        data = self.data
        for step in steps:
            data = data[step]
        return Record(data, self.origin.at(*steps))


def read_file(file: Traversable | Path, name: str, *, only_text: bool = False) -> Record:
    """The file's content, with `only_text` every value as it is written. Raises `TaxonomyError` where it can't be read,
    and with the line where it is no YAML.
    """
    import yaml

    from gapcheck.taxonomy.yaml_loader import SafeTextLoader, SafeWordsLoader

    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise TaxonomyError(f"{name} can't be read ({reason}): check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise TaxonomyError(f"{name}{_NO_TEXT}") from error
    try:
        data = yaml.load(text, Loader=SafeTextLoader if only_text else SafeWordsLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TaxonomyError(f"{name}:{line}: not valid YAML ({error.problem}): check quotes and indentation") from error
    except yaml.YAMLError as error:
        raise TaxonomyError(f"{name}{_NO_TEXT}") from error
    return Record(data if data is not None else {}, Origin(name, text))


def yaml_files(folder: Traversable | Path) -> list[Traversable | Path]:
    """The folder's YAML files by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    found: Iterable[Traversable | Path] = folder.iterdir()
    return sorted((file for file in found if file.name.endswith((".yaml", ".yml"))), key=lambda file: file.name)


def checked(record: Record, model: type[_Model]) -> _Model:
    """The record as `model`. Raises `TaxonomyError` with file, line and field."""
    if not isinstance(record.data, Mapping):
        raise TaxonomyError(f"{record.origin}: a list of `field: value` lines is expected here")
    try:
        return model.model_validate(record.data)
    except ValidationError as error:
        first = error.errors()[0]
        steps = tuple(step for step in first["loc"] if step in _steps_in(record.data, first["loc"]))
        where = ".".join(map(str, first["loc"])) or "file"
        raise TaxonomyError(f"{record.origin.at(*steps)}: {where}: {_advice(first, model)}") from error


def _steps_in(data: Any, steps: tuple[Step, ...]) -> list[Step]:
    """The steps that lead into the data as written; pydantic adds names of its own."""
    found: list[Step] = []
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            continue
        found.append(step)
    return found


def _advice(error: Any, model: type[BaseModel]) -> str:
    last = str(error["loc"][-1]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        fields = _field_names(model)
        close = difflib.get_close_matches(last, fields, 1)
        return f"there is no field {last}" + (f": did you mean {close[0]}?" if close else ": remove it")
    if error["type"] == "missing":
        return f"the field {last} is missing: add it"
    return in_plain_words(error["msg"])


def _field_names(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> list[str]:
    """Names of the fields of a model and of the models inside it."""
    names: list[str] = []
    for name, info in model.model_fields.items():
        names.append(info.alias or name)
        for inner in _models_in(info.annotation):
            if inner not in seen:
                names += _field_names(inner, seen | {model, inner})
    return names


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models_in(inner)]


def laid_over(base: Any, over: Any) -> Any:
    """`base` with `over` on top: mappings are merged, lists of items with an id are merged by it, all else is
    replaced.
    """
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        return {**base, **{key: laid_over(base[key], value) if key in base else value for key, value in over.items()}}
    if _has_ids(base) and _has_ids(over):
        items = {item["id"]: item for item in base}
        for item in over:
            items[item["id"]] = laid_over(items[item["id"]], item) if item["id"] in items else item
        return list(items.values())
    return over


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, Mapping) and "id" in item for item in value)
