"""Raw characters as fonts deliver them → the characters a person reads: ligatures, dashes, spaces, hyphens."""

from __future__ import annotations

import re
import unicodedata

LINE_END_HYPHEN = "\ufffe"
"""PDFium's mark for a hyphen at the end of a line."""
REPLACEMENT = "\ufffd"
"""A character of which nothing is known."""
MEANINGLESS = re.compile(f"[{REPLACEMENT}\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""A character without a meaning outside its font: private use, or an unmapped glyph."""

_REPLACED = {
    # TeX's T1 fonts without a character map: the code points of the ligatures themselves.
    "\x1b": "ff",
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
    "\u00ad": "-",  # a soft hyphen that was drawn is a hyphen (LuaTeX writes every hyphen so)
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "-",
    LINE_END_HYPHEN: "-",
    "\u02bc": "’",
    # Icon fonts (Font Awesome 4): the marks of which people make scales.
    "\uf005": "★",
    "\uf006": "☆",
    "\uf111": "●",
    "\uf10c": "○",
}
_INVISIBLE = dict.fromkeys(
    [
        *map(chr, range(0x00, 0x1B)),  # line ends too: in a word they are glyphs that a font names wrongly
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u007f",
        # Marks that turn the direction of writing: the words are in reading order already.
        "\u061c",
        "\u200e",
        "\u200f",
        *map(chr, range(0x202A, 0x202F)),
        *map(chr, range(0x2066, 0x206A)),
    ],
    "",
)
# C1 controls carry no text: fonts without a character map put their bullets there.
_BULLETS = dict.fromkeys(map(chr, range(0x80, 0xA0)), "•")
_UNMAPPED_ALONE = re.compile(r"^\(cid:\d+\)$")  # pdfminer's word for a glyph without a character: alone, it is a bullet
_HALVES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), REPLACEMENT)  # of a pair: alone they can't be written
_TABLE = str.maketrans(_REPLACED | _INVISIBLE | _BULLETS | _HALVES)


_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "ˋ": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "˚": "\u030a", "˙": "\u0307", "˝": "\u030b", "¯": "\u0304", "˘": "\u0306", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_ACCENT_APART = re.compile(
    r"(?:´(?=[aeiouyıcnz]|s\w)"
    r"|(?:(?<![^\W\d_])´|´(?=.(?![a-z])))(?=[AEIOUYCNSZ])"  # not that of `d´Excel`, which is an apostrophe
    r"|(?<=[^\W\d_])[`ˋ](?=[aeiouAEIOU])|[¨ˆ˜ˇ˚˙˝¯˘](?=[^\W\d_]))(.)"
    r"|([cCsStTaAeE])[¸˛]|¸([cCsStT])"
)
"""A letter and its accent as two characters, as TeX's first fonts have them: the accent comes before the letter, hooks
below it come behind.
"""
_ACCENT_BEHIND = re.compile(r"([A-Za-z])([¨ˆ˜ˇ˚˝])(?=([^\W\d_]?))")
_FURTHER_LETTERS = "\u0180"  # and all above: no language writes such a letter with an accent often


COMBINING = "\u0300-\u036f"
"""Marks that stand on the letter before them, as a class of a pattern: where a blank was put between, it parts no
words (`fe \u0301vrier`, as text that was copied from a PDF has it).
"""
_BLANK_BEFORE_MARK = re.compile(rf"\s+(?=[{COMBINING}])")


_TWICE_ENCODED = re.compile(r"[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""How UTF-8 looks that was read as Windows' encoding: `â€“` for a dash, `Ã©` for é."""


def _decoded_again(text: str) -> str:
    """The text as it was before it was read in the wrong encoding; the same where it was not."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _with_its_accent(match: re.Match[str]) -> str:
    """The accented letter; the two as they stand where there is no such letter."""
    letter = match[1] or match[2] or match[3]
    accent = match[0].replace(letter, "", 1)
    joint = unicodedata.normalize("NFC", {"ı": "i"}.get(letter, letter) + _ACCENTS[accent])
    return joint if len(joint) == 1 else match[0]


def _with_accent_behind(match: re.Match[str]) -> str:
    """The letter with the accent behind it, where the next letter is not the one that has it in any language we read:
    `fu¨r`, as some printers set it.
    """
    own, following = (
        unicodedata.normalize("NFC", letter + _ACCENTS[match[2]]) if letter else "" for letter in (match[1], match[3])
    )
    if len(following) == 1 and following < _FURTHER_LETTERS:
        return match[0]
    return own if len(own) == 1 and own < _FURTHER_LETTERS else match[0]


_OTHER_SHAPES = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""Ligatures, letters as wide as Chinese ones, and the bold ones of mathematics, which stand for bold in plain text."""


def readable(text: str) -> str:
    """`text` with ligatures opened, drawn soft hyphens made plain, accents on their letters, zero-width characters and
    stray controls removed.
    """
    if text.isascii() and text.isprintable() and "(cid:" not in text and "`" not in text:
        return text
    if _TWICE_ENCODED.search(text):
        text = _decoded_again(text)
    text = _ACCENT_BEHIND.sub(_with_accent_behind, _BLANK_BEFORE_MARK.sub("", text))
    text = _ACCENT_APART.sub(_with_its_accent, text)
    text = _UNMAPPED_ALONE.sub("•", text.translate(_TABLE))
    if _OTHER_SHAPES.search(text):
        text = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFC", text)
