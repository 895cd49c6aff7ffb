"""What can't be seen in a DOCX or on a page of HTML is never text of the resume, what can be seen always is: each way to hide, and
its honest neighbour.
"""

# ruff: noqa: E501 - one line for one way to hide

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gapcheck.documents.formats.html import read_html
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Page

_WORDS = "Kubernetes, Docker"


def _read_docx(xml: str, styles: str = "", before: str = "") -> tuple[Page, ...]:
    from gapcheck.documents.formats.docx import read_docx

    document = docx.Document()
    document.add_paragraph("Skills")
    for part in filter(None, styles.split("\n")):
        document.styles.element.append(parse_xml(part.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)))
    body = document.element.body
    spaces = nsdecls("w", "wp", "a", "r") + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'  # fmt: skip
    for part in filter(None, (before, xml)):
        body.insert(len(body) - 1, parse_xml(part.replace(">", f" {spaces}>", 1)))
    file = BytesIO()
    document.save(file)
    return read_docx(file.getvalue(), ReadLimits())


def _run(properties: str, paragraph: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t>{_WORDS}</w:t></w:r></w:p>"


def _cell(row: str, cell: str = "", run: str = "", table: str = "") -> str:
    return f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{_run(run)}</w:tc></w:tr></w:tbl>"  # fmt: skip


def _box(across: int, fill: str = "", run: str = "", width: int = 2_000_000, said: str = "") -> str:
    return f'<w:p><w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>{across}</wp:posOffset></wp:positionH><wp:extent cx="{width}" cy="500000"/><wp:docPr id="9" name="box" {said}/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{_run(run)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>'  # fmt: skip


_WHITE_STYLE = '<w:style w:type="{0}" w:styleId="S"><w:name w:val="S"/><w:rPr><w:color w:val="{1}"/></w:rPr></w:style>'
_FILL = '<a:solidFill><a:srgbClr val="{0}"/></a:solidFill>'


_CHILD = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/><w:basedOn w:val="S"/></w:style>'


def _vml(style: str) -> str:
    return f'<w:p><w:r><w:pict><v:rect style="{style}"><v:textbox><w:txbxContent>{_run("")}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _colored(color: str, *more: str) -> str:
    return f'<w:color w:val="{color}"/>' + "".join(more)


DOCX: dict[str, tuple[tuple[str, ...], ...]] = {
    "colour": ((_run(_colored("FFFFFF")),), (_run(_colored("808080")),)),
    "near the paper": ((_run(_colored("FEFEFE")),), (_run(_colored("999999")),)),
    "style of the run": tuple((_run('<w:rStyle w:val="S"/>'), _WHITE_STYLE.format("character", c)) for c in ("FFFFFF", "222222")),
    "style of the paragraph": tuple((_run("", '<w:pStyle w:val="S"/>'), _WHITE_STYLE.format("paragraph", c)) for c in ("FFFFFF", "222222")),
    "theme": tuple((_run(f'<w:color w:val="000000" w:themeColor="{name}"/>'),) for name in ("background1", "text1")),
    "darker theme": tuple((_run(f'<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="{s}"/>'),) for s in ("F8", "60")),
    "own shade": ((_run(_colored("FFFFFF", _shade("FFFFFF"))),), (_run(_colored("FFFFFF", _shade("1F3864"))),)),
    "shade without colour": ((_run(_colored("FFFFFF", _shade("auto"))),), (_run(_colored("000000", _shade("auto"))),)),
    "black on black": ((_run(_colored("000000", _shade("000000"))),), (_run(_shade("000000")),)),
    "highlight": tuple((_run(_colored("FFFFFF", f'<w:highlight w:val="{name}"/>')),) for name in ("white", "black")),
    "shade of the paragraph": tuple((_run(_colored("FFFFFF"), _shade(fill)),) for fill in ("FFFFFF", "444444")),
    "shade of the cell": tuple((_cell("", _shade(fill), _colored("FFFFFF")),) for fill in ("F8F8F8", "444444")),
    "letters without filling": tuple((_run(f"<w14:textFill>{fill}</w14:textFill>"),) for fill in ("<w14:noFill/>", '<w14:solidFill><w14:srgbClr w14:val="222222"/></w14:solidFill>')),
    "hidden": ((_run("<w:vanish/>"),), (_run('<w:vanish w:val="0"/>'),)),
    "hidden on the web": ((_run("<w:webHidden/>"),), (_run('<w:webHidden w:val="0"/>'),)),
    "size": ((_run('<w:sz w:val="4"/>'),), (_run('<w:sz w:val="14"/>'),)),
    "width of letters": ((_run('<w:w w:val="5"/>'),), (_run('<w:w w:val="80"/>'),)),
    "space between letters": ((_run('<w:spacing w:val="-100"/>'),), (_run('<w:spacing w:val="-10"/>'),)),
    "indent": ((_run("", '<w:ind w:left="20000"/>'),), (_run("", '<w:ind w:left="2000"/>'),)),
    "frame": ((_run("", '<w:framePr w:x="20000" w:y="100"/>'),), (_run("", '<w:framePr w:x="2000" w:y="100"/>'),)),
    "height of the line": tuple((_run("", f'<w:spacing w:line="{line}" w:lineRule="exact"/>'),) for line in (20, 240)),
    "deleted row": ((_cell('<w:del w:id="1" w:author="x"/>'),), (_cell('<w:ins w:id="1" w:author="x"/>'),)),
    "height of the row": tuple((_cell(f'<w:trHeight w:val="{height}" w:hRule="exact"/>'),) for height in (20, 400)),
    "box off the page": ((_box(9_000_000),), (_box(900_000),)),
    "box without width": ((_box(900_000, width=0),), (_box(900_000),)),
    "hidden box": ((_box(900_000, said='hidden="1"'),), (_box(900_000, said='hidden="0"'),)),
    "frame left of the page": tuple((_run("", f'<w:framePr w:w="{width}" w:hAnchor="page" w:vAnchor="page" w:x="-9000" w:y="400"/>'),) for width in (4000, 14000)),
    "frame above the page": tuple((_run("", f'<w:framePr w:w="4000" w:h="400" w:vAnchor="page" w:hAnchor="margin" w:y="{y}"/>'),) for y in (-3000, 300)),
    "indent to the left": ((_run("", '<w:ind w:left="-9000"/>'),), (_run("", '<w:ind w:left="-900"/>'),)),
    "indent of a paragraph set right": tuple((_run("", f'<w:ind w:right="{right}"/><w:jc w:val="right"/>'),) for right in (-9000, -900)),
    "first line": ((_run("", '<w:ind w:firstLine="14000"/>'),), (_run("", '<w:ind w:firstLine="700"/>'),)),
    "table beside the page": tuple((_cell("", table=f'<w:tblInd w:w="{indent}" w:type="dxa"/>'),) for indent in (-16000, -200)),
    "table that floats": tuple((_cell("", table=f'<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="{x}" w:tblpY="900"/><w:tblW w:w="4000" w:type="dxa"/>'),) for x in (-5000, 900)),
    "box left of the page": ((_box(-3_000_000),), (_box(-300_000),)),
    "box from the right margin": tuple((_box(across).replace('relativeFrom="page"', 'relativeFrom="rightMargin"'),) for across in (1_500_000, -2_500_000)),
    "drawn in the old way": tuple((_vml(f"position:absolute;margin-left:{left}pt;margin-top:0;width:200pt;height:30pt;mso-position-horizontal-relative:page"),) for left in (-300, 90)),
    "drawn and hidden": ((_vml("position:absolute;width:200pt;height:30pt;visibility:hidden"),), (_vml("position:absolute;width:200pt;height:30pt"),)),
    "hidden row": ((_cell("<w:hidden/>"),), (_cell('<w:hidden w:val="0"/>'),)),
    "style of the list": tuple((_run("", '<w:pStyle w:val="T"/>'), _WHITE_STYLE.format("paragraph", c) + "\n" + _CHILD) for c in ("FFFFFF", "222222")),
    "style of the table": tuple((_cell("", table='<w:tblStyle w:val="S"/>'), _WHITE_STYLE.format("table", c)) for c in ("FFFFFF", "222222")),
    "pattern of the shade": tuple((_run(_colored("FFFFFF", f'<w:shd w:val="{p}" w:color="000000" w:fill="FFFFFF"/>')),) for p in ("pct5", "pct80")),
    "theme of the shade": tuple((_run(_colored("FFFFFF", f'<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="{t}"/>')),) for t in ("background1", "text1")),
    "thin line of letters": ((_run('<w:spacing w:val="-400"/><w:sz w:val="20"/>'),), (_run('<w:spacing w:val="40"/>'),)),
    "letters of glass": tuple((_run(f'<w14:textFill><w14:solidFill><w14:srgbClr w14:val="111111"><w14:alpha w14:val="{a}"/></w14:srgbClr></w14:solidFill></w14:textFill>'),) for a in (99000, 20000)),
    "drop cap": ((_run("", '<w:framePr w:dropCap="drop" w:x="20000"/><w:ind w:left="20000"/>'),), (_run("", '<w:framePr w:dropCap="drop" w:lines="2" w:x="20000"/>'),)),
    "deleted run": ((f'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{_WORDS}</w:delText></w:r></w:del></w:p>',), (f'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{_WORDS}</w:t></w:r></w:ins></w:p>',)),
    "moved run": ((f'<w:p><w:moveFrom w:id="1" w:author="x"><w:r><w:t>{_WORDS}</w:t></w:r></w:moveFrom></w:p>',), (f'<w:p><w:moveTo w:id="1" w:author="x"><w:r><w:t>{_WORDS}</w:t></w:r></w:moveTo></w:p>',)),
    "code of a field": ((f'<w:p><w:r><w:instrText>{_WORDS}</w:instrText></w:r></w:p>',), (f'<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>{_WORDS}</w:t></w:r></w:fldSimple></w:p>',)),
    "entry of a list": tuple((f'<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{other}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt></w:p>',) for other, shown in ((_WORDS, "None"), ("None", _WORDS))),
    "frame without height": tuple((_run("", f'<w:framePr w:w="4000" w:h="{h}" w:hRule="exact"/>'),) for h in (1, 400)),
    "filling of the box": tuple((_box(900_000, _FILL.format(fill), _colored("FFFFFF")),) for fill in ("FFFFFF", "203040")),
}  # fmt: skip


def _html(style: str, sheet: str = "", body: str = "", around: str = "") -> str:
    inner = f'<p class="x" style="{style}">{_WORDS}</p>'
    inner = f'<div style="{around}">{inner}</div>' if around else inner
    return f"<!doctype html><html><head><style>{sheet}</style></head><body {body}><h2>Skills</h2>{inner}</body></html>"


def _in_tag(tag: str) -> str:
    return _html("").replace("<p class", f"<{tag}><p class").replace("</p>", f"</p></{tag.split()[0]}>")


def _drawn(opened: str, before: str = "") -> str:
    tags = [one.split()[0] for one in opened.strip("<>").split("><")]
    ended = "".join(f"</{tag}>" for tag in reversed(tags))
    return f"<html><body><h2>Skills</h2><svg width=200 height=40>{before}{opened}{_WORDS}{ended}</svg></body></html>"


def _field(tag: str) -> str:
    return f"<html><body><h2>Skills</h2><p><{tag.format(_WORDS)}></p></body></html>"


HTML = {
    "colour": (_html("color:#fff"), _html("color:#333")),
    "named colour": (_html("color: WHITE"), _html("color:navy")),
    "function": (_html("color:rgb(252 252 252)"), _html("color:rgba(10,10,10,.9)")),
    "transparent": (_html("color:transparent"), _html("background-clip:text;color:transparent;background:linear-gradient(red,blue)")),
    "opacity of the colour": (_html("color:rgba(0,0,0,.02)"), _html("color:#000c")),
    "colour of the sheet": (_html("", ".x{color:white}"), _html("", ".x{color:black}")),
    "variable": (_html("color:var(--c)", ":root{--c:#fff}html{--c:#fff}"), _html("color:var(--c)", "html{--c:#123}")),
    "ground": (_html("color:#111;background:#111"), _html("color:#fff;background:#111")),
    "ground around": (_html("color:#eee", around="background:#fff"), _html("color:#eee", around="background-color:#222")),
    "ground of the page": (_html("color:#222", "body{background:#222}"), _html("color:#eee", "body{background:#222}")),
    "attributes": (_in_tag("font color=white"), _html("", body='text="#ffffff" bgcolor="#000000"')),
    "opacity": (_html("opacity:0.0"), _html("opacity:.8")),
    "opacity around": (_html("", around="opacity:0"), _html("", around="opacity:1")),
    "size": (_html("font-size:1px"), _html("font-size:9px")),
    "size in ems": (_html("font-size:.1em"), _html("font-size:.8em")),
    "font": (_html("font:0/0 a"), _html("font:italic 10pt/1.2 serif")),
    "display": (_html("display : none"), _html("display:block")),
    "visibility": (_html("", around="visibility:hidden"), _html("visibility:visible", around="visibility:hidden")),
    "class": (_html("", "body > .x, .y {display:none}"), _html("", "h2 > .x, .y {display:none}")),
    "important": (_html("display:block", ".x{display:none!important}"), _html("display:block", ".x{display:none}")),
    "print only": (_html("", "@media screen{.x{display:none}}"), _html("", "@media print{.x{display:none}}")),
    "off the page": (_html("position:absolute;left:-9999px"), _html("position:absolute;left:20px")),
    "indent": (_html("text-indent:-9999px"), _html("text-indent:-1em")),
    "moved": (_html("transform:translateX(-5000px)"), _html("transform:translateX(-5px)")),
    "shrunk": (_html("transform:scale(0)"), _html("transform:scale(.9)")),
    "clip": (_html("position:absolute;clip:rect(0,0,0,0)"), _html("position:absolute;clip:auto")),
    "clip path": (_html("clip-path:inset(100%)"), _html("clip-path:inset(0)")),
    "height": (_html("height:0;overflow:hidden"), _html("height:0")),
    "width": (_html("width:1px;overflow:hidden"), _html("width:90%;overflow:hidden")),
    "space between letters": (_html("letter-spacing:-1em"), _html("letter-spacing:.05em")),
    "state": (_html("", ".x:not(:focus):not(:active){position:absolute;left:-9999px}"), _html("", ".x:focus, .x:hover{display:none}")),
    "class in a word": (_html("", '[class*="x"]{display:none}'), _html("", '[class$="y"], [data-x]{display:none}')),
    "place": (_html("", "body > :nth-child(2n){color:white}"), _html("", "p:nth-child(odd), p:first-child{color:white}")),
    "place of its name": (_html("", "p:first-of-type{color:white}"), _html("", "p:nth-of-type(2){color:white}")),
    "brother": (_html("", "h2 + p{display:none}"), _html("", "p ~ p, h1 + p{display:none}")),
    "one of several": (_html("", ":is(.x, .y){display:none}"), _html("", ":where(.y, h1) .x{display:none}")),
    "nested rule": (_html("", "body{color:#222; .x{color:#fff}}"), _html("", "body{color:#222; .y{color:#fff}}")),
    "narrow screen": (_html("", "@media (min-width:500px){.x{display:none}}"), _html("", "@media (max-width: 600px){.x{display:none}}")),
    "range of widths": (_html("", "@media (width >= 40em){.x{display:none}}"), _html("", "@media (width < 600px){.x{display:none}}")),
    "dark mode": (_html("", "@media not print{.x{color:#fff}}"), _html("", "@media (prefers-color-scheme:dark){.x{color:#fff}}")),
    "support": (_html("", "@supports (display:grid){.x{display:none}}"), _html("", "@supports not (display:grid){.x{display:none}}")),
    "animation": (_html("", "@keyframes a{from{opacity:1}to{opacity:0}}.x{animation:a 1s forwards}"), _html("", "@keyframes a{from{opacity:0}to{opacity:1}}.x{opacity:0;animation:a 1s both}")),
    "variable of another": (_html("color:var(--c)", "body{--c:#fff}"), _html("color:var(--c)", "body{--c:#111}.y{--c:#fff}")),
    "no other ground": (_html("color:#fff;position:absolute;top:0"), _html("color:#fff;position:absolute;top:0", "h2{background:#123}")),
    "white to white": (_html("color:#fff;background:linear-gradient(90deg,#fff,#fafafa)"), _html("color:#fff;background:linear-gradient(rgb(0,0,90),#fff)")),
    "shades of hue": (_html("color:hsl(0 0% 99%)"), _html("color:hsl(210, 50%, 30%)")),
    "colour of the system": (_html("color:Canvas"), _html("color:CanvasText")),
    "line around letters": (_html("color:#fff;-webkit-text-stroke:1px #fff"), _html("color:#fff;-webkit-text-stroke:1px black")),
    "shadow": (_html("color:#fff;text-shadow:0 0 40px #000"), _html("color:#fff;text-shadow:0 0 2px #000")),
    "blur": (_html("filter:blur(12px)"), _html("filter:blur(.2px)")),
    "inset": (_html("position:absolute;inset:0 auto auto -9999px"), _html("position:absolute;inset:0 auto auto 10px")),
    "margin": (_html("margin:0 0 0 -9999px"), _html("margin:0 0 0 -9px")),
    "moved in space": (_html("transform:translate3d(-9999.5px,0,0)"), _html("transform:translate3d(-9.5px,0,0)")),
    "moved alone": (_html("translate:-900vw 0"), _html("translate:-1vw 0")),
    "shrunk across": (_html("transform:scale(1, .02)"), _html("transform:scale(1, .9)")),
    "shrunk alone": (_html("scale:.01"), _html("scale:1")),
    "seen from behind": tuple(_html(f"transform:rotateY({turn}deg);backface-visibility:hidden") for turn in (180, 20)),
    "mask": tuple(_html(f"mask-image:linear-gradient({c},{c})") for c in ("transparent", "black")),
    "sum of lengths": tuple(_html(f"position:absolute;left:calc({s}90vw - 50px + 2em)") for s in ("-", "")),
    "ground of its own colour": tuple(_html(f"color:#123;background:{c}") for c in ("currentColor", "#eee")),
    "marked": tuple(_html("").replace(_WORDS, f"<mark {said}>{_WORDS}</mark>") for said in ("style=color:#ff0", "")),
    "from the edge": (_html("transform:rotateX(90deg)"), _html("transform:rotateX(0deg)")),
    "indent of all": (_html("text-indent:100%;white-space:nowrap;overflow:hidden"), _html("text-indent:10%;overflow:hidden")),
    "height of lines": (_html("line-height:0;overflow:hidden"), _html("line-height:0")),
    "clip of a point": (_html("position:absolute;clip:rect(1px 1px 1px 1px)"), _html("position:absolute;clip:rect(0,400px,200px,0)")),
    "clip from a side": (_html("clip-path:inset(0 100% 0 0)"), _html("clip-path:inset(0 10% 0 0)")),
    "word in disguise": (_html("", r".\78 {d\69splay:none}"), _html("", r".\79 {display:none}")),
    "words that a style adds": (_html("", "h2::before{content:'}'}.x{display:none}"), _html("", "h2::before{content:'}.x{display:none}'}")),
    "words in the style": (_html("quotes:'a;b';display:none"), _html("quotes:';display:none;'")),
    "note in the style": (_html("", ".x{color/**/:/*:*/#fff}"), _html("", "/*.x{display:none}*/")),
    "what is inside": (_html("", "body:has(h2) .x{display:none}"), _html("", "body:has(h3) .x{display:none}")),
    "large letters": (_html("", '[class="X" i]{display:none}'), _html("", '[class="X"]{display:none}')),
    "last word": (_html("", ".x{color:#111}[class]{color:#fff}.x{margin:0}"), _html("", ".x{color:#fff}[class]{color:#111}.x{margin:0}")),
    "list around a rule": (_html("", "h2,p{&.x{display:none}}"), _html("", "h2,div{&.x{display:none}}")),
    "screen in a rule": (_html("", ".x{@media screen{display:none}}"), _html("", ".x{@media print{display:none}}")),
    "one of two screens": (_html("", "@media (max-width:1px) or (hover){.x{color:#fff}}"), _html("", "@media (max-width:1px) or (max-width:2px){.x{color:#fff}}")),
    "one of several screens": (_html("", "@media print, screen{.x{color:#fff}}"), _html("", "@media print, speech{.x{color:#fff}}")),
    "state that is rare": (_html("", ".x:not(:fullscreen){display:none}"), _html("", ".x:fullscreen, .x:not(p:not(:modal)){display:none}")),
    "brackets of a variable": (_html("color:var(--no, rgb(255,255,255))"), _html("color:var(--no, rgb(0,0,0))")),
    "colour as the eye has it": (_html("color:oklch(99% 0 0)"), _html("color:lab(20% 0 0)")),
    "ground as the eye has it": (_html("color:#fff;background:oklch(99% 0 0)"), _html("color:#fff;background:oklch(20% 0.04 265)")),
    "ground that is mixed": (_html("color:#fff;background:linear-gradient(white, #fefefe)"), _html("color:#fff;background:color-mix(in srgb, navy, black)")),
    "long number": (_html("", f".y{{width:{'1' * 5000}px}}.x{{display:none}}"), _html("", f".x{{width:{'1' * 5000}px}}")),
    "no rule": (_html("", "[*|a], |, :nth-child(+), .x{display:none}"), _html("", f".x:is({':is(' * 99}")),
    "no colour": (_html("", ".x{color:#fff;color:no-such-colour}"), _html("", ".x{color:#111;color:#ffffg}")),
    "important in one rule": (_html("", ".x{display:none!important;display:block}"), _html("", ".x{display:block!important;display:none}")),
    "short name first": (_html("", ".x{font:12pt serif;font-size:1px}"), _html("", ".x{font-size:1px;font:12pt serif}")),
    "ground taken away": (_html("color:#fff;background-color:#111;background:none"), _html("color:#fff;background:none;background-color:#111")),
    "layers": (_html("", "@layer a, b;@layer b{p{color:#fff}}@layer a{p.x{color:#111}}"), _html("", "@layer a{p.x{color:#fff}}p{color:#111}")),
    "variable that is not set": (_html("color:var(--a, #fff)", "p{--a:var(--b)}"), _html("color:var(--a)", "body{color:#111}p{color:#fff}")),
    "folded": (_in_tag("details"), _in_tag("details open")),
    "pop up": (_in_tag("div popover"), _in_tag("div title=popover")),
    "attribute and style": (_html("").replace("<p class", "<p hidden class"), _html("", ".x{display:block}").replace("<p class", "<p hidden class")),
    "drawing": (_drawn('<text fill="#fff">'), _drawn('<text fill="#333">')),
    "drawing on a shape": (_drawn('<text font-size="1">', "<rect fill='#123'/>"), _drawn('<text fill="#fff">', "<rect fill='#123'/>")),
    "stock of a drawing": (_drawn("<defs><text>"), _drawn("<g><text>")),
    "title of a drawing": (_drawn("<title>"), _drawn("<a><text>")),
    "field": (_field("input type=hidden value='{}'"), _field("input type=text value='{}'")),
    "hint of a field": (_field("input placeholder='{}'"), _field("input value='{}'")),
    "secret": (_field("input type=password value='{}'"), _field("input type=search value='{}'")),
    "long field": (_in_tag("textarea hidden").replace("<p class=\"x\" style=\"\">", ""), _in_tag("textarea").replace("<p class=\"x\" style=\"\">", "")),
    "entry": (_field("select><option>{}</option></select"), _field("select><option>None</option><option selected>{}</option></select")),
    "dialog": (_in_tag("dialog"), _in_tag("dialog open")),
    "attribute": (_in_tag("div hidden"), _in_tag("div")),
    **{tag: (_in_tag(tag), _in_tag("section")) for tag in ("datalist", "noframes", "template", "video", "canvas")},
}  # fmt: skip

PAIRS = [
    *(pytest.param("docx", *pair, id=f"docx: {name}") for name, pair in DOCX.items()),
    *(pytest.param("html", *pair, id=f"html: {name}") for name, pair in HTML.items()),
]


def _pages(kind: str, made: object) -> tuple[Page, ...]:
    if kind == "docx":
        assert isinstance(made, tuple)
        return _read_docx(*made)
    assert isinstance(made, str)
    return read_html(made, ReadLimits())


@pytest.mark.parametrize(("kind", "unseen", "seen"), PAIRS)
def test_text_counts_where_it_is_seen_and_only_there(kind: str, unseen: object, seen: object) -> None:
    pages = _pages(kind, unseen)
    assert [line.text for page in pages for line in page.lines if "Docker" in line.text or "Kubern" in line.text] == []
    assert any("Skills" in line.text for page in pages for line in page.lines)
    pages = _pages(kind, seen)
    text = " ".join(line.text for page in pages for line in page.lines)
    assert "Kubernetes, Docker" in text and "Skills" in text
    assert [line.text for page in pages for line in page.hidden] == []


@pytest.mark.parametrize(
    ("style", "shown"), [("display:inline", ["Skills", "SQL.Kafka, Excel"]), ("opacity:0", ["Skills", "SQL."])]
)
def test_word_ends_where_what_is_seen_of_it_ends(style: str, shown: list[str]) -> None:
    text = f'<h2>Skills</h2><p>SQL.<span style="{style}">Kafka, Excel</span></p>'
    pages = read_html(f"<!doctype html><html><body>{text}</body></html>", ReadLimits())
    assert [line.text for page in pages for line in page.lines] == shown
