"""How data files are read as YAML. Imported only where one is read: most runs have the taxonomy stored."""

from __future__ import annotations

import re
from typing import Any

import yaml

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SafeWordsLoader(_BaseLoader):  # type: ignore[misc]
    """YAML as people mean it: `no`, `on` and `off` are words, as in YAML 1.2; only true and false are truth values."""


SafeWordsLoader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("^(?:true|false)$") if tag == "tag:yaml.org,2002:bool" else pattern)
        for tag, pattern in resolvers
    ]
    for first, resolvers in _BaseLoader.yaml_implicit_resolvers.items()
}


class SafeTextLoader(SafeWordsLoader):
    """YAML in which every value is the text as written: 1:14 is no number, 2021-03 no date."""


SafeTextLoader.yaml_implicit_resolvers = {}
