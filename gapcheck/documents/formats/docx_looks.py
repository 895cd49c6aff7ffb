"""A DOCX's properties, styles and theme → whether Word draws a run where a person sees it: its colour on what it stands
on, its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gapcheck.documents.contrast import BLACK, NARROWEST_LETTER, SMALLEST_VISIBLE_SIZE, WHITE, Color, from_hex
from gapcheck.documents.formats.docx_places import W, is_on, nearest, number

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_THEME_NAMES = {"background1": "lt1", "light1": "lt1", "text1": "dk1", "dark1": "dk1"}
_THEME_NAMES |= {"background2": "lt2", "light2": "lt2", "text2": "dk2", "dark2": "dk2"}
_THEME_NAMES |= {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_HIGHLIGHTS = {  # ECMA-376-1, 17.18.40
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF",
    "yellow": "FFFF00",
}  # fmt: skip
_TWIP = 1 / 20  # points
_LETTER = 0.5  # of the font size: the usual width of a letter


class Looks:
    """What one document says of colours and places."""

    def __init__(self, document: Any, styles: dict[str, Any]) -> None:
        self._styles = styles
        self._theme = _theme_of(document)
        body = document.element.body
        ground = document.element.find(f"{W}background")
        paper = self._color_of(ground, "color", "themeColor", "themeShade", "themeTint") if ground is not None else None
        self._paper = paper or WHITE
        self._floating = [] if body.find(f".//{_WP}anchor") is None else list(self._fills(body))

    def hides(self, run: Any, looks: Sequence[Any], size: float) -> bool:
        """Whether nobody sees a run; `looks` are its properties, the nearest first."""
        if size <= SMALLEST_VISIBLE_SIZE or any(is_on(looks, tag) for tag in ("vanish", "webHidden", "specVanish")):
            return True
        scale = number(nearest(looks, "w"), "val")
        spacing = number(nearest(looks, "spacing"), "val") or 0.0
        if _LETTER * size * (100.0 if scale is None else scale) / 100 + spacing * _TWIP < NARROWEST_LETTER * size:
            return True
        fill = nearest(looks, "textFill", _W14)
        if fill is not None and fill.find(f"{_W14}noFill") is not None:
            return True
        color = self.color(looks)
        filled = fill.find(f"{_W14}solidFill/{_W14}srgbClr") if fill is not None else None
        if filled is not None:
            color = from_hex(filled.get(f"{_W14}val") or "") or color
            clear = filled.find(f"{_W14}alpha")
            if color is not None and clear is not None:
                color = color._replace(alpha=1 - min(1.0, (number(clear, "val", _W14) or 0.0) / 100_000))
        if color is None:
            return False  # the automatic colour differs from every ground
        return all(color.over(ground).looks_like(ground) for ground in self._grounds(run, looks))

    def color(self, looks: Sequence[Any]) -> Color | None:
        """The colour of a run with these properties, the nearest first; None where it is automatic."""
        return self._color_of(nearest(looks, "color"), "val", "themeColor", "themeShade", "themeTint")

    def is_deleted(self, row: Any) -> bool:
        """Whether a row of a table was deleted."""
        return row.find(f"{W}trPr/{W}del") is not None

    def _grounds(self, run: Any, looks: Sequence[Any]) -> Iterator[Color]:
        """What a run may stand on: one colour where that is known, else all that it could be."""
        marked = nearest(looks, "highlight")
        name = marked.get(f"{W}val") if marked is not None else None
        if name and name != "none":
            yield from_hex(_HIGHLIGHTS.get(name, "FFFFFF")) or WHITE
            return
        if (ground := self._shade(nearest(looks, "shd"))) is not None:
            yield ground
            return
        for element in run.iterancestors():
            if element.tag == f"{W}p":
                properties = [element.find(f"{W}pPr"), *self._of_style(element.find(f"{W}pPr/{W}pStyle"), "pPr")]
            elif element.tag in (f"{W}tc", f"{W}tbl"):
                properties = [element.find(f"{element.tag}Pr")]
            elif element.tag == f"{W}txbxContent":
                yield from self._in_box(element)
                return
            else:
                continue
            if (ground := self._shade(nearest(properties, "shd"))) is not None:
                yield ground
                return
            if element.tag == f"{W}tbl":
                for style in self._of_style(element.find(f"{W}tblPr/{W}tblStyle"), None):
                    yield from filter(None, map(self._shade, style.iter(f"{W}shd")))
        yield self._paper
        yield from self._floating

    def _in_box(self, content: Any) -> Iterator[Color]:
        """What the text in a box stands on: its filling; without one, all that may be below it."""
        for element in content.iterancestors():
            if element.tag == f"{_WPS}wsp" and (fill := element.find(f"{_WPS}spPr/{_A}solidFill")) is not None:
                yield self._drawn(fill) or (BLACK if self._paper == WHITE else WHITE)
                return
            if element.tag == f"{_WPS}wsp" and element.find(f"{_WPS}spPr/{_A}gradFill") is not None:
                yield from (BLACK, WHITE)
                return
            if element.tag in (f"{_V}shape", f"{_V}rect", f"{_V}roundrect") and (fill := element.get("fillcolor")):
                yield _named(fill) or BLACK
                if element.get("filled") not in ("f", "false"):
                    return
        yield self._paper
        yield from self._floating

    def _fills(self, body: Any) -> Iterator[Color]:
        """The colours of shapes that text may stand on; a picture may have any."""
        for shape in body.iter(f"{_WPS}spPr"):
            fill = shape.find(f"{_A}solidFill")
            if fill is not None:
                yield self._drawn(fill) or BLACK
            elif shape.find(f"{_A}gradFill") is not None:
                yield from (BLACK, WHITE)
        for anchor in body.iter(f"{_WP}anchor"):
            if anchor.get("behindDoc") in ("1", "true") and anchor.find(f".//{_A}blip") is not None:
                yield from (BLACK, WHITE)

    def _drawn(self, fill: Any) -> Color | None:
        color = fill.find(f"{_A}srgbClr")
        if color is not None:
            return from_hex(color.get("val") or "")
        color = fill.find(f"{_A}schemeClr")
        return self._theme.get(_THEME_NAMES.get(color.get("val"), color.get("val"))) if color is not None else None

    def _shade(self, shade: Any) -> Color | None:
        """The colour of a shading, None where it is clear."""
        if shade is None:
            return None
        fill = self._color_of(shade, "fill", "themeFill", "themeFillShade", "themeFillTint")
        pattern = shade.get(f"{W}val") or "clear"
        share = 1.0 if pattern == "solid" else float(pattern[3:]) / 100 if re.fullmatch(r"pct\d{1,3}", pattern) else 0.0
        if not share:
            return fill
        front = self._color_of(shade, "color", "themeColor", "themeShade", "themeTint") or BLACK
        return front._replace(alpha=min(1.0, share)).over(fill or self._paper)

    def _color_of(self, element: Any, value: str, theme: str, shade: str, tint: str) -> Color | None:
        """The colour that an element names, None where it is automatic or there is none."""
        if element is None:
            return None
        named = element.get(W + theme)
        color = self._theme.get(_THEME_NAMES.get(named, named)) if named else None
        if color is None:
            return from_hex(element.get(W + value) or "")
        for attribute, other in ((shade, BLACK), (tint, WHITE)):
            if amount := element.get(W + attribute):
                color = color._replace(alpha=int(amount, 16) / 255).over(other)
        return color

    def _of_style(self, named: Any, tag: str | None) -> list[Any]:
        """Properties of a style and of those that it rests on, nearest first; the styles themselves without a tag."""
        found, seen = [], set[str]()
        name = named.get(f"{W}val") if named is not None else None
        while name in self._styles and name not in seen:
            seen.add(name)
            element = self._styles[name].element
            found.append(element if tag is None else element.find(W + tag))
            based = element.find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None
        return [one for one in found if one is not None]


def _named(value: str) -> Color | None:
    """A colour as VML writes it: `#fff`, `white`, `white [3212]`."""
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(value.split()[0])[:3]
    except (ValueError, IndexError):
        return None
    return Color(red / 255, green / 255, blue / 255)


def _theme_of(document: Any) -> dict[str, Color]:
    """The colours of the theme by their short names."""
    from lxml import etree

    found = {"lt1": WHITE, "dk1": BLACK}
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            scheme = etree.fromstring(relation.target_part.blob, parser).find(f".//{_A}clrScheme")
            for one in scheme if scheme is not None else ():
                inner = one[0] if len(one) else None
                digits = (inner.get("lastClr") or inner.get("val") or "") if inner is not None else ""
                if (color := from_hex(digits)) is not None:
                    found[one.tag.removeprefix(_A)] = color
    return found
