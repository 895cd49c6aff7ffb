"""Styles made at random: what Chromium computes of each element is what is read here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from browsing import IN_BROWSER

from gapcheck.documents.formats.css import PLAIN, Look, StyleSheets, look_of
from gapcheck.documents.formats.html import parsed_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = IN_BROWSER

_SELECTORS = """
.x | p | #i | div p | div > .x | h2 + p | h2 ~ .x | .x:first-child | .x:last-of-type | p:nth-child(2n+1) | :is(p,.y)
:where(#i) | .x:not(.y) | [class] | [data-a^=B i] | [lang|=en] | div:has(h2) p | p:has(+ p) | .x:hover | .x:not(:hover)
.x:not(:fullscreen) | .x::before | P | .X | * | html | section > div > p | p:lang(en) | .a.x | .x, .q::-webkit-foo
.\\78 | div{& > p | @media screen{.x | @media (max-width:300px){.x | @media (min-width:300px) and (hover){p
@media (200px<=width<=9000px){p | @supports not (display:grid){p | @layer b{p | div{p,h2 | .x{&:not(.y)
div{@media screen{p | @media not print{p
"""
_DECLARATIONS = """
color:red | color:#0f0 | color:rgb(0 0 255) | color:hsl(120deg 100% 25%) | color:var(--c) | color:var(--d, teal)
--c:navy | --d:var(--c) | display:none | visibility:hidden | visibility:visible | color:inherit | color:currentcolor
color:oklch(0.5 0.1 100) | color:lab(50 20 20) | color:red!important | display:block!important | color:bogus
color:rgb(10% 20% 30%/.5) | font-size:20px | font-size:1.5em | font:bold 10pt/2 serif | font-size:150% | opacity:.5
color:transparent | COLOR:PURPLE | color:/**/olive | content:';color:pink' | font-size:xx-small
"""
_PAGE = """<!doctype html><html><head><style>{}</style></head><body><section lang=en><div data-a=b>
<h2>Skills</h2><p class="x a" id=i>one</p><p class=y>two</p><p class=x style="{}">three</p></div></section>
<div><p>four</p></div><p class="x y">five</p></body></html>"""
_COMPUTED = """() => [...document.querySelectorAll('body p')].map(element => {
  let opacity = 1, gone = false;
  for (let one = element; one; one = one.parentElement) {
    opacity *= getComputedStyle(one).opacity;
    gone ||= getComputedStyle(one).display == 'none';
  }
  const style = getComputedStyle(element);
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  pixel.fillStyle = style.color;
  pixel.fillRect(0, 0, 1, 1);
  const ink = [...pixel.getImageData(0, 0, 1, 1).data].map(part => part / 255);
  return [gone, gone || style.visibility != 'visible', opacity, parseFloat(style.fontSize) * 0.75, ...ink];
})"""


def _choices(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(" | ")]


def _page(seed: int) -> str:
    pick = random.Random(seed)
    rules = []
    for _ in range(pick.randint(1, 7)):
        selector = pick.choice(_choices(_SELECTORS))
        said = ";".join(pick.sample(_choices(_DECLARATIONS), pick.randint(1, 3)))
        rules.append(f"{selector}{{{said}}}" + "}" * selector.count("{"))
    return _PAGE.format("\n".join(rules), pick.choice(_choices(_DECLARATIONS)))


def _looks(element: Any, above: Look, variables: dict[str, str], sheets: StyleSheets) -> Iterator[Look]:
    declared = sheets.of(element, variables)
    look = look_of(declared, above, sheets)
    if element.tag == "p":
        yield look
    inside = variables | {name: value for name, value in declared.items() if name.startswith("--")}
    for one in element:
        yield from _looks(one, look, inside, sheets)


def test_elements_look_as_a_browser_draws_them(browser: Browser) -> None:
    page = browser.new_page()
    compared = 0
    for seed in range(80):
        text = _page(seed)
        page.set_content(text)
        root = parsed_html(text)
        looks = list(_looks(root, PLAIN, {}, StyleSheets(root)))
        for look, wanted in zip(looks, page.evaluate(_COMPUTED), strict=True):
            assert look.color is not None, text
            ink = look.color if look.color.alpha else (0.0,) * 4  # what is not drawn has no colour
            found = [look.gone, look.gone or look.off, look.opacity, look.size / 12, *ink]
            assert found == pytest.approx([*wanted[:3], wanted[3] / 12, *wanted[4:]], abs=0.06), text
            compared += 1
    assert compared == 80 * 5
