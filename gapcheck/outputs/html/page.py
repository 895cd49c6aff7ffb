"""A template and what it shows → one HTML page that holds its styles, scripts and pictures and loads nothing else."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from gapcheck.report.advice_wording import percent

# What HTML may not hold, and what could make a line read otherwise than it is written: controls, overrides of the
# direction of writing, halves of characters.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def render_page(
    template: str, *, styles: Sequence[str], scripts: Sequence[str] = (), rules: str = "", **shown: object
) -> str:
    """The page that a template makes of what is `shown`. `template`, `styles` and `scripts` name files in `templates/`;
    `rules` is further CSS. Its Content-Security-Policy allows these styles and scripts by their hash, pictures inside
    the page, and nothing else.

    All text is escaped, and loses characters that HTML may not hold or that turn the direction of writing.
    """
    style = Markup("".join(map(_file, styles)) + rules)
    script = Markup("".join(map(_file, scripts)))
    return (
        _environment()
        .get_template(template)
        .render(style=style, style_hash=_hash(style), script=script, script_hash=_hash(script), **shown)
    )


def is_web_link(url: str | None) -> bool:
    """Whether an address may be followed: http or https, with a host."""
    if not url:
        return False
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gapcheck.outputs.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web_link"] = is_web_link
    environment.globals["percent"] = percent
    return environment


def _fit(value: Any) -> Any:
    return _UNFIT.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _file(name: str) -> str:
    return files("gapcheck.outputs.html").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
