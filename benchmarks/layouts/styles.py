"""The looks: page skeletons, decorations of headings, and the table of named styles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from model import Resume
from pieces import e

SERIF = "'Liberation Serif','DejaVu Serif',serif"
SANS = "'Liberation Sans','DejaVu Sans',sans-serif"
NARROW = "'Liberation Sans Narrow','Liberation Sans',sans-serif"
DEJA = "'DejaVu Sans',sans-serif"
CONDENSED = "'DejaVu Sans Condensed','DejaVu Sans',sans-serif"
DEJA_SERIF = "'DejaVu Serif',serif"
MONO = "'Liberation Mono','DejaVu Sans Mono',monospace"

BASE = """
*{box-sizing:border-box} html{-webkit-print-color-adjust:exact}
body{margin:0;font-size:10pt;line-height:1.32;color:#222}
h1{margin:0;font-size:22pt;line-height:1.15} h2{margin:4mm 0 1.5mm;font-size:12pt;break-after:avoid} p{margin:.8mm 0} ul,ol{margin:.8mm 0 .8mm 5mm;padding:0} li{margin:.3mm 0}
.r{display:flex;justify-content:space-between;gap:5mm} .r>.d,.r>.p,.pill{white-space:nowrap}
.e{margin-bottom:2.6mm} .g{display:grid;grid-template-columns:var(--gw,36mm) 1fr;column-gap:4mm} .gr{display:grid;grid-template-columns:1fr 32mm;column-gap:5mm} .gr .gd{text-align:right}
.g3{display:grid;grid-template-columns:27mm 45mm 1fr;column-gap:4mm} .a{font-weight:bold} .t{border-collapse:collapse;width:100%;margin:1mm 0} .t td,.t th{border:.3mm solid #888;padding:.8mm 1.6mm;text-align:left;vertical-align:top}
.lr{display:flex} .lk{width:28mm;font-weight:bold} .lc{width:4mm} .typed{padding-left:5mm;text-indent:-3.2mm} .c3{columns:3} .sp{display:inline-block;border:.3mm solid #999;border-radius:3mm;padding:.2mm 2.4mm;margin:.5mm 0}
.bo{background:#ccc;height:1.6mm;margin:.4mm 0 1.4mm} .bi{background:#456;height:1.6mm} .pill{background:#dde6ee;border-radius:3mm;padding:.2mm 2.6mm;font-size:9pt} .grp{margin-bottom:2.5mm} .gh{margin-bottom:.8mm} .tech{font-size:9.3pt} .duty{font-style:italic}
.wrap{border-collapse:collapse;width:100%;position:relative;z-index:1} .wrap td{padding:0;vertical-align:top} .sp1{height:12mm} .mhh h2{break-after:auto} .side h2:first-child,.main h2:first-child{margin-top:0}
"""


@dataclass
class Block:
    """One section, ready to be placed."""

    kind: str
    heading: str
    body: str


@dataclass
class Page:
    """What a skeleton gets."""

    resume: Resume
    blocks: list[Block]
    side: list[Block]
    style: Style
    rng: Random


@dataclass
class Style:
    """A named look and the habits that go with it."""

    name: str
    sets: str
    """"ab" for a style of both sets, "a" or "b" for a style of one."""
    skeleton: Callable[[Page], str]
    css: str
    forms: tuple[str, ...]
    fonts: tuple[str, ...] = (SANS,)
    study_forms: tuple[str, ...] = ("same",)
    bodies: tuple[str, ...] = ("bullets",)
    skills: tuple[str, ...] = ("lines",)
    cases: tuple[str, ...] = ("title",)
    heading: Callable[[str, int], str] | None = None
    groups: tuple[str, ...] = ("nest", "repeat")
    side: tuple[str, ...] = ()
    margin: str = "15mm 17mm"
    bleed: bool = False
    habits: tuple[str, ...] = ()
    careers: tuple[str, ...] = ("student", "early", "mid", "senior")
    org_first: bool | None = None
    papers: tuple[str, ...] = ("A4", "Letter")
    joint: bool = True
    notes: dict[str, str] = field(default_factory=dict)
    output: str = "pdf"
    words: dict[str, str] = field(default_factory=dict)
    """Fixed wording of headings, where a template prints them."""


def h2(text: str, number: int) -> str:
    """A plain heading."""
    return f"<h2>{e(text)}</h2>"


def chip(text: str, number: int) -> str:
    """A heading with its number in a coloured square."""
    return f'<h2><span class="chip">{number:02d}</span> {e(text)}</h2>'


def first_three(text: str, number: int) -> str:
    """The first three letters in colour, as awesome-cv does."""
    return f'<h2><span class="hl">{e(text[:3])}</span>{e(text[3:])}<span class="rule"></span></h2>'


def spaced(text: str, number: int) -> str:
    """Letters with real spaces between them."""
    return (
        "<h2>" + "&nbsp;&nbsp;".join(" ".join(word) for word in e(text).upper().replace("&AMP;", "&").split()) + "</h2>"
    )


def ruled(text: str, number: int) -> str:
    """A rule beside the words."""
    return f'<h2><span>{e(text)}</span><span class="rule"></span></h2>'


def both_rules(text: str, number: int) -> str:
    """Rules left and right of the words."""
    return f'<h2><span class="rule"></span><span>{e(text)}</span><span class="rule"></span></h2>'


def icon(text: str, number: int) -> str:
    """A round mark before the words."""
    return f'<h2><span class="ic">{"◆★●■▲✚"[number % 6]}</span>{e(text)}</h2>'


def colon(text: str, number: int) -> str:
    """Words and a colon."""
    return f"<h2>{e(text)}:</h2>"


def contacts(r: Resume, by: str) -> str:
    """Contact details in one line (or one per line)."""
    return by.join(e(x) for x in (r.place, r.phone, r.mail, r.link))


def sections(blocks: list[Block]) -> str:
    """Blocks one below the other."""
    return "".join(f'<section class="s {b.kind}">{b.heading}{b.body}</section>' for b in blocks)


def single(page: Page) -> str:
    """One column under a name."""
    r = page.resume
    return f'<header><h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div><div class="ct">{contacts(r, page.style.notes.get("by", " | "))}</div></header>{sections(page.blocks)}'


def no_headline(page: Page) -> str:
    """One column; only the name and the contacts on top."""
    r = page.resume
    return f'<header><h1>{e(r.name)}</h1><div class="ct">{contacts(r, page.style.notes.get("by", " | "))}</div></header>{sections(page.blocks)}'


def split_header(page: Page) -> str:
    """The name on the left, the contacts on the right in several lines."""
    r = page.resume
    return f'<header class="r"><div><h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div></div><div class="ct">{contacts(r, "<br>")}</div></header>{sections(page.blocks)}'


def personal_table(page: Page) -> str:
    """The German way: "Curriculum Vitae", a box for the photo, and personal details as a table."""
    r = page.resume
    born = f"{page.rng.randint(1, 28):02d}.{page.rng.randint(1, 12):02d}.{page.rng.randint(1980, 2003)}, {r.place.split(',')[0]}"
    rows = "".join(
        f'<div class="g"><div class="gd">{k}</div><div>{e(v)}</div></div>'
        for k, v in (
            ("Name", r.name),
            ("Date of birth", born),
            ("Address", r.place),
            ("Phone", r.phone),
            ("E-mail", r.mail),
        )
    )
    return f'<header><div class="photo"></div><h1>Curriculum Vitae</h1></header><section class="s"><h2>Personal Details</h2>{rows}</section>{sections(page.blocks)}'


def sidebar(page: Page) -> str:
    """A coloured column at one side that runs over all pages, and the rest beside it."""
    r, s = page.resume, page.style
    top = '<div class="photo"></div>' if "photo" in s.notes else ""
    contact = f'<h2>Contact</h2><div class="ct">{contacts(r, "<br>")}</div>'
    name = f'<h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div>'
    if "name-in-side" in s.notes:
        side, main = f"{top}{name}{contact}{sections(page.side)}", sections(page.blocks)
    else:
        side, main = f"{top}{contact}{sections(page.side)}", f"<header>{name}</header>{sections(page.blocks)}"
    cells = f'<td class="sd"><div class="side">{side}</div></td><td class="mn"><div class="main">{main}</div></td>'
    if "right" in s.notes:
        cells = f'<td class="mn"><div class="main">{main}</div></td><td class="sd"><div class="side">{side}</div></td>'
    return f'<div class="bg"></div><table class="wrap"><thead><tr><td class="sp1" colspan=2></td></tr></thead><tbody><tr>{cells}</tr></tbody><tfoot><tr><td class="sp1" colspan=2></td></tr></tfoot></table>'


def band_then_columns(page: Page) -> str:
    """A coloured band with the name over two columns."""
    r, s = page.resume, page.style
    head = f'<header class="band"><h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div><div class="ct">{contacts(r, "  •  ")}</div></header>'
    main, side = f'<div class="main">{sections(page.blocks)}</div>', f'<div class="side">{sections(page.side)}</div>'
    return head + f'<div class="cols">{side + main if "side-left" in s.notes else main + side}</div>'


def deedy(page: Page) -> str:
    """Name in the middle, a narrow left and a wide right column."""
    r = page.resume
    first = f'<h1><span class="lt">{e(r.first)}</span> {e(r.last)}</h1>'
    return f'<header>{first}<div class="ct">{contacts(r, " | ")}</div></header><div class="cols"><div class="side">{sections(page.side)}</div><div class="main">{sections(page.blocks)}</div></div>'


def bottom_columns(page: Page) -> str:
    """The main sections in full width, and short ones side by side at the end."""
    r = page.resume
    return (
        f'<header><h1>{e(r.name)}</h1><div class="ct">{contacts(r, " / ")}</div></header>{sections(page.blocks)}<div class="foot">'
        + "".join(f'<section class="s {b.kind}">{b.heading}{b.body}</section>' for b in page.side)
        + "</div>"
    )


def newspaper(page: Page) -> str:
    """Text that flows through two equal columns."""
    r = page.resume
    return f'<header><h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div><div class="ct">{contacts(r, " · ")}</div></header><div class="flow">{sections(page.blocks)}</div>'


def margin_headings(page: Page) -> str:
    """Headings in the left margin, the content beside them."""
    r = page.resume
    rows = "".join(
        f'<section class="mh {b.kind}"><div class="mhh">{b.heading}</div><div class="mhc">{b.body}</div></section>'
        for b in page.blocks
    )
    return f'<header><h1>{e(r.name)}</h1><div class="ct">{contacts(r, page.style.notes.get("by", " – "))}</div></header>{rows}'


def cards(page: Page) -> str:
    """Every section in a card of its own; the short ones two to a row."""
    r = page.resume
    short = "".join(f'<section class="card {b.kind}">{b.heading}{b.body}</section>' for b in page.side)
    long = "".join(f'<section class="card {b.kind}">{b.heading}{b.body}</section>' for b in page.blocks)
    return f'<header class="card top"><h1>{e(r.name)}</h1><div class="hd">{e(r.headline)}</div><div class="ct">{contacts(r, "  |  ")}</div></header>{long}<div class="two">{short}</div>'


def framed_table(page: Page) -> str:
    """The whole resume is one table with ruled cells."""
    r = page.resume
    rows = "".join(f'<tr><td class="k">{b.heading}</td><td>{b.body}</td></tr>' for b in page.blocks)
    return f'<table class="t big"><tr><td class="k"><h2>Name</h2></td><td><h1>{e(r.name)}</h1></td></tr><tr><td class="k"><h2>Contact</h2></td><td>{contacts(r, "<br>")}</td></tr>{rows}</table>'


def europass(page: Page) -> str:
    """The old Europass form: labels right-aligned in a left column, a blue rule."""
    r = page.resume
    info = f'<section class="mh"><div class="mhh"><h2>PERSONAL INFORMATION</h2></div><div class="mhc"><h1>{e(r.name)}</h1>{contacts(r, "<br>")}</div></section>'
    rows = "".join(
        f'<section class="ep {b.kind}"><div class="mh"><div class="mhh">{b.heading}</div><div class="mhc"><div class="er"></div></div></div>{b.body}</section>'
        for b in page.blocks
    )
    return f'<div class="logo">Curriculum Vitae</div>{info}{rows}'


S = Style
SIDE = ("skills", "languages", "interests", "certifications", "courses", "awards")

STYLES: list[Style] = [
    # -- both sets --------------------------------------------------------------------------------------------------------
    S(
        "jake",
        "ab",
        no_headline,
        "header{text-align:center}h1{font-variant:small-caps;font-size:25pt}h2{font-variant:small-caps;font-weight:normal;font-size:13.5pt;border-bottom:.3mm solid #000}.b{font-style:italic}.e>.r+.r{font-size:9.5pt}",
        ("two-rows", "two-rows-crossed"),
        (SERIF,),
        study_forms=("two-rows",),
        papers=("Letter",),
        skills=("lines",),
        habits=("mmm-yyyy", "dotted", "month-yyyy", "short-share", "apostrophe"),
        margin="13mm 14mm",
        org_first=False,
    ),
    S(
        "harvard",
        "ab",
        no_headline,
        "header{text-align:center;border-bottom:.4mm solid #000;padding-bottom:1mm}h2{text-align:center;font-size:11.5pt}.a{text-transform:none}",
        ("two-rows-crossed",),
        (SERIF,),
        ("two-rows-crossed",),
        ("bullets",),
        org_first=True,
        papers=("Letter",),
        habits=("month-yyyy", "mmm-yyyy", "month-share", "mmm-yyyy-tight"),
        notes={"by": " • "},
    ),
    S(
        "moderncv-classic",
        "ab",
        split_header,
        "h1{font-weight:normal;color:#555;font-size:28pt}.ct{text-align:right;font-size:9pt;font-style:italic;color:#666}h2{color:#3873b3;font-weight:normal;font-size:14pt;display:grid;grid-template-columns:33mm 1fr;gap:4mm}h2:before{content:'';background:#3873b3;height:2mm;align-self:center}.g{--gw:33mm}.gd{text-align:right;font-size:9.5pt}.b{font-style:italic}",
        ("left-col-one",),
        (SANS, SERIF),
        ("left-col-one",),
        ("bullets", "prose"),
        habits=("mmm-yyyy", "years", "slash", "years-tight", "month-yyyy", "dot"),
        papers=("A4",),
    ),
    S(
        "awesome",
        "ab",
        single,
        "header{text-align:center}h1{font-weight:normal;font-size:27pt}.hd{font-variant:small-caps;color:#dc3522}.ct{font-size:8.5pt;color:#666}h2{display:flex;align-items:center;gap:3mm;font-size:14pt}.rule{flex:1;border-top:.3mm solid #999;margin-left:2mm}.hl{color:#dc3522;margin-right:-3mm}.p{color:#dc3522;font-style:italic;font-size:9pt}.b{font-variant:small-caps;color:#666}.d{color:#777;font-style:italic;font-size:9pt}",
        ("two-rows-crossed",),
        (SANS,),
        ("two-rows-crossed",),
        ("bullets",),
        heading=first_three,
        org_first=True,
        notes={"by": "  |  "},
    ),
    S(
        "deedy",
        "ab",
        deedy,
        "header{text-align:center;border-bottom:.2mm solid #aaa;padding-bottom:2mm}h1{font-weight:normal;font-size:30pt}.lt{color:#999}.ct{font-size:9pt}h2{text-transform:uppercase;color:#6a6a6a;font-weight:normal;font-size:13pt}.cols{display:grid;grid-template-columns:56mm 1fr;gap:8mm;margin-top:3mm}.side .g,.main .g{--gw:20mm}.a{text-transform:uppercase}.d,.p{color:#777;font-size:9pt}",
        ("deedy",),
        (SANS,),
        ("below",),
        ("bullets",),
        ("lines", "comma"),
        org_first=True,
        side=("education", "skills", "languages", "courses", "interests", "awards"),
        papers=("Letter",),
        careers=("student", "early", "mid"),
        joint=False,
    ),
    S(
        "word-us",
        "ab",
        no_headline,
        "header{text-align:center}h1{font-size:18pt}h2{text-align:center;font-size:12pt;border-top:.3mm solid #000;border-bottom:.3mm solid #000}",
        ("one-row", "beside-company", "bullet-head"),
        (SERIF,),
        ("one-row", "lines-right", "bulleted"),
        ("bullets", "typed"),
        ("bullets", "comma", "columns"),
        ("upper",),
        papers=("Letter",),
    ),
    S(
        "german-table",
        "ab",
        personal_table,
        "h1{font-size:20pt;font-weight:normal}.photo{float:right;width:30mm;height:38mm;border:.3mm solid #999;background:#eee}h2{font-size:12pt;border-bottom:.3mm solid #555;clear:none}.g{--gw:44mm}",
        ("left-col", "left-col-one", "left-col-stacked"),
        (SANS,),
        ("left-col",),
        ("bullets", "nopoint"),
        ("table", "lines"),
        papers=("A4",),
        habits=("slash", "dot", "slash-since", "dot-since", "slash-short", "years"),
        joint=False,
    ),
    S(
        "europass-old",
        "ab",
        europass,
        ".logo{color:#1f4e9e;font-size:15pt;border-bottom:.3mm solid #aaa;margin-bottom:3mm}h1{font-size:15pt;color:#333}.mh{display:grid;grid-template-columns:44mm 1fr;gap:5mm}.mhh{text-align:right}h2{color:#1f4e9e;font-size:10pt;font-weight:normal;text-transform:uppercase;margin:0}.er{border-top:.5mm solid #1f4e9e;margin-top:1.6mm}.ep{margin-top:5mm}.ep>p,.ep>ul,.ep>div:not(.mh):not(.g):not(.e),.ep>table{margin-left:49mm;width:auto}.ep>.e.g,.ep .grp>.g{--gw:44mm;column-gap:5mm;margin-left:0}.ep .gd{text-align:right;color:#1f4e9e}.ep>.grp{margin-left:0!important}.grp>.gh{margin-left:49mm}.a{color:#1f4e9e}.ep>ul{padding-left:5mm}",
        ("left-col",),
        (SANS,),
        ("left-col",),
        ("bullets", "prose"),
        ("lines",),
        ("upper",),
        groups=("repeat",),
        papers=("A4",),
        habits=("day-slash", "month-yyyy", "slash", "years", "day-words"),
        joint=False,
    ),
    S(
        "linkedin",
        "ab",
        sidebar,
        ".bg{position:fixed;left:0;top:0;bottom:0;width:68mm;background:#2d3e50}.sd{width:68mm}.side{padding:0 6mm 0 8mm;color:#eee;font-size:9.5pt}.side h2{color:#cfd8dd;font-size:12pt;font-weight:normal}.main{padding:0 12mm 0 8mm}.main h2{font-size:15pt;font-weight:normal}h1{font-size:25pt;font-weight:normal}.hd{font-size:11.5pt}.a{font-size:12pt;font-weight:normal;color:#181818}.b{font-size:11pt}.p,.d{color:#777}.note{color:#777}",
        ("below-place",),
        (SANS,),
        ("brackets",),
        ("prose", "none", "nopoint"),
        ("bullets",),
        org_first=True,
        side=("skills", "languages", "certifications"),
        bleed=True,
        habits=("length-brackets",),
        groups=("nest-length",),
        papers=("Letter",),
        words={
            "skills": "Top Skills",
            "certifications": "Certifications",
            "languages": "Languages",
            "experience": "Experience",
            "education": "Education",
            "summary": "Summary",
        },
        joint=False,
    ),
    S(
        "canva-left",
        "ab",
        sidebar,
        ".bg{position:fixed;left:0;top:0;bottom:0;width:70mm;background:#f1ece6}.sd{width:70mm}.side{padding:0 7mm 0 10mm;font-size:9.5pt}.main{padding:0 13mm 0 9mm}.photo{width:38mm;height:38mm;border-radius:50%;background:#c9b8a6;margin:0 auto 5mm}h1{letter-spacing:1.5mm;text-transform:uppercase;font-weight:normal;font-size:21pt}.hd{letter-spacing:1mm;text-transform:uppercase;font-size:9pt;color:#8a7560}h2{letter-spacing:.9mm;text-transform:uppercase;font-size:11pt;border-bottom:.3mm solid #8a7560;padding-bottom:.8mm}.d{color:#8a7560}",
        ("above", "below", "pipe", "between"),
        (SANS, DEJA),
        ("below", "above"),
        ("bullets", "prose"),
        ("bullets", "bars", "dots"),
        ("upper",),
        side=SIDE,
        bleed=True,
        papers=("A4",),
        notes={"photo": "1"},
    ),
    S(
        "canva-right-timeline",
        "ab",
        sidebar,
        ".bg{position:fixed;right:0;top:0;bottom:0;width:64mm;background:#1d6f72}.sd{width:64mm}.side{padding:0 8mm 0 6mm;color:#fff;font-size:9.5pt}.main{padding:0 7mm 0 13mm}h2{font-size:13pt;color:#1d6f72}.side h2{color:#bfe3e4}.experience .e,.education .e{border-left:.5mm solid #1d6f72;padding-left:5mm;position:relative;margin:0 0 0 2mm;padding-bottom:3mm}.experience .e:before,.education .e:before{content:'';position:absolute;left:-1.75mm;top:1.2mm;width:3mm;height:3mm;border-radius:50%;background:#1d6f72}.bi{background:#fff}.bo{background:#3c8789}",
        ("above", "below", "pill"),
        (SANS, CONDENSED),
        ("above", "below"),
        ("bullets", "prose"),
        ("bars", "bullets", "pills"),
        side=SIDE,
        bleed=True,
        notes={"right": "1"},
    ),
    S(
        "cards",
        "ab",
        cards,
        "body{background:#fff}.card{border:.3mm solid #c9d2dc;border-radius:2.5mm;padding:3mm 5mm;margin-bottom:3mm;background:#f8fafc}.top{background:#27374d;color:#fff}.two{display:grid;grid-template-columns:1fr 1fr;gap:3mm}h2{margin-top:0;color:#27374d}",
        ("pill", "two-rows", "at"),
        (SANS, DEJA),
        ("pill", "one-row"),
        ("bullets",),
        ("pills",),
        side=("skills", "languages", "interests", "certifications", "awards"),
        habits=("mmm-yyyy", "slash", "years", "iso", "month-yyyy"),
    ),
    S(
        "bands",
        "ab",
        single,
        "header{background:#e7eef7;padding:4mm 6mm}h2{background:#2f5d8a;color:#fff;padding:.8mm 3mm;font-size:11pt}.d{font-weight:bold}",
        ("one-row", "two-rows", "right-col", "brackets"),
        (SANS, CONDENSED),
        ("table", "same", "lines-right"),
        ("bullets", "typed", "duties"),
        ("table", "lines"),
        ("upper", "title"),
    ),
    S(
        "campus",
        "ab",
        split_header,
        "header{border-bottom:.6mm solid #000;padding-bottom:1.5mm}h1{font-size:17pt}.ct{text-align:right;font-size:9pt}h2{background:#d9d9d9;border:.2mm solid #555;font-size:10.5pt;padding:.3mm 2mm;margin:2.6mm 0 1mm}.e{margin-bottom:1.6mm}body{font-size:9.3pt!important}",
        ("one-row", "first-bullet", "right-col"),
        (SERIF, SANS),
        ("table",),
        ("bullets", "typed"),
        ("table", "lines"),
        ("upper",),
        papers=("A4",),
        careers=("student", "early"),
        habits=("apostrophe", "apostrophe-tight", "mmm-yyyy", "mmm-yyyy-hyphen", "short-share"),
        words={
            "clubs": "Positions of Responsibility",
            "awards": "Scholastic Achievements",
            "education": "Academic Profile",
            "courses": "Relevant Courses",
        },
        margin="10mm 12mm",
    ),
    S(
        "academic-margin",
        "ab",
        margin_headings,
        "h1{font-size:17pt}header{margin-bottom:4mm}.mh{display:grid;grid-template-columns:34mm 1fr;gap:6mm;margin-bottom:4mm}h2{margin:0;font-size:10.5pt;font-variant:small-caps}.g{--gw:30mm}",
        ("left-col-one", "run-in", "brackets", "right-col"),
        (SERIF, DEJA_SERIF),
        ("same", "bulleted"),
        ("prose", "nopoint", "none"),
        ("comma", "lines"),
        ("title",),
        notes={"by": "<br>"},
    ),
    S(
        "federal",
        "ab",
        no_headline,
        "h1{font-size:15pt}h2{font-size:12pt;text-decoration:underline}.e{margin-bottom:4mm}",
        ("below", "below-place", "before"),
        (SERIF, SANS),
        ("one-row", "below"),
        ("prose", "duties"),
        ("comma",),
        ("upper",),
        heading=colon,
        papers=("Letter",),
        habits=("slash", "month-yyyy-to", "month-yyyy", "day-slash", "iso-to"),
        careers=("mid", "senior"),
        notes={"by": "<br>", "federal": "1", "duty": "Duties, Accomplishments and Related Skills:"},
    ),
    S(
        "functional",
        "ab",
        no_headline,
        "header{text-align:center}h2{font-size:12pt;color:#444;border-bottom:.6mm double #444}.b{font-weight:normal}",
        ("one-row", "before", "pipe"),
        (SERIF, SANS),
        ("lines", "bulleted"),
        ("none",),
        ("lines",),
        ("title", "upper"),
        careers=("mid", "senior"),
        notes={"functional": "1"},
        groups=("repeat",),
        words={"experience": "Work History"},
        joint=False,
    ),
    S(
        "letter-spaced",
        "ab",
        single,
        "header{text-align:center;margin-bottom:6mm}h1{font-weight:normal;letter-spacing:3mm;text-transform:uppercase;font-size:20pt}.ct{font-size:8.5pt;letter-spacing:.3mm}h2{text-align:center;font-weight:normal;font-size:10.5pt;margin-top:6mm}.e{margin-bottom:4mm}",
        ("one-row", "two-rows", "pipe"),
        (SANS, DEJA_SERIF),
        ("same", "lines-right"),
        ("prose", "bullets"),
        ("dotted", "pipe"),
        heading=spaced,
        margin="20mm 26mm",
        joint=False,
    ),
    S(
        "number-chips",
        "ab",
        split_header,
        "header{margin-bottom:4mm}.ct{text-align:right;font-size:9pt}h2{font-size:13pt}.chip{display:inline-block;background:#e4572e;color:#fff;font-size:9pt;padding:.6mm 1.6mm;margin-right:1.5mm}.gd{color:#e4572e}",
        ("left-col", "left-col-stacked", "right-col"),
        (DEJA, SANS),
        ("same",),
        ("bullets", "mixed"),
        ("columns", "dotted"),
        heading=chip,
    ),
    S(
        "rules-both-sides",
        "ab",
        no_headline,
        "header{text-align:center}h2{display:flex;align-items:center;gap:4mm;font-size:12pt;font-variant:small-caps}.rule{flex:1;border-top:.25mm solid #333}.b{font-style:italic}",
        ("one-row", "beside-company", "two-rows"),
        (SERIF, DEJA_SERIF),
        ("same", "lines-right"),
        ("bullets",),
        ("lines",),
        heading=both_rules,
    ),
    S(
        "label-value",
        "ab",
        no_headline,
        "h1{font-size:16pt;text-align:center}.ct{text-align:center}h2{background:#c6d9f1;padding:.5mm 2mm;font-size:11.5pt}.e{margin-bottom:4mm}",
        ("labelled",),
        (SERIF, SANS),
        ("table", "table-year-first", "bulleted-sentence"),
        ("duties",),
        ("table", "bullets"),
        ("upper", "title"),
        heading=colon,
        groups=("repeat",),
        notes={"duty": "Roles and Responsibilities:"},
        habits=("till-date", "month-yyyy-to", "dotted-to", "mmm-yyyy-hyphen", "month-yyyy"),
    ),
    S(
        "bottom-three",
        "ab",
        bottom_columns,
        "h1{font-size:24pt}header{border-bottom:1mm solid #333;padding-bottom:2mm}.foot{display:grid;grid-template-columns:1fr 1fr 1fr;gap:7mm;border-top:.3mm solid #999;margin-top:4mm}h2{font-size:11.5pt;text-transform:uppercase}",
        ("brackets", "at", "two-rows", "first-bullet"),
        (NARROW, SANS),
        ("one-row", "below"),
        ("bullets", "mixed"),
        ("bullets",),
        side=("skills", "languages", "interests", "certifications", "awards"),
        joint=False,
    ),
    S("plain-mono", "ab", single, "", ("mono",), (MONO,), cases=("upper",), output="mono"),
    S(
        "consultant",
        "ab",
        split_header,
        "header{background:#123;color:#fff;padding:5mm}.ct{text-align:right;font-size:9pt}h2{color:#123;border-left:2.5mm solid #f2a900;padding-left:2.5mm;font-size:13pt}.pj{border-collapse:collapse;width:100%;margin-bottom:3mm;break-inside:avoid}.pj td{border:.2mm solid #aaa;padding:.8mm 2mm;vertical-align:top}.pj td:first-child{width:32mm;background:#eef;font-weight:bold}",
        ("one-row", "before", "left-col-one"),
        (SANS, CONDENSED),
        ("lines", "lines-right", "same"),
        ("none", "prose"),
        ("table", "comma"),
        careers=("mid", "senior"),
        notes={"engagements": "1"},
        joint=False,
    ),
    # -- only in set A ----------------------------------------------------------------------------------------------------
    S(
        "two-tone-newspaper",
        "a",
        newspaper,
        "header{border-bottom:1mm solid #000;text-align:center;padding-bottom:2mm;margin-bottom:4mm}.flow{columns:2;column-gap:9mm}h2{font-size:12.5pt;border-bottom:.3mm solid #000}h2{margin-top:3mm}.flow section:first-child h2{margin-top:0}",
        ("below", "run-in", "brackets"),
        (SERIF,),
        ("below", "bulleted"),
        ("prose", "bullets"),
        ("comma", "lines"),
        careers=("student", "early", "mid"),
    ),
    S(
        "framed",
        "a",
        framed_table,
        ".k{width:38mm;background:#f0f0f0}.k h2{margin:0;font-size:10.5pt}.big h1{font-size:15pt}.big .t td{border:.2mm solid #bbb}.g{--gw:30mm}",
        ("above", "before", "left-col-stacked"),
        (SANS, SERIF),
        ("table", "lines", "same"),
        ("bullets", "prose"),
        ("comma", "lines"),
        papers=("A4",),
    ),
    S(
        "black-box-header",
        "a",
        band_then_columns,
        "@page:first{margin-top:0}.band{background:#111;color:#fff;padding:9mm 14mm;margin:0 0 5mm}.band h1{text-transform:uppercase;letter-spacing:.8mm}.cols{display:grid;grid-template-columns:1fr 56mm;gap:8mm;padding:0 14mm}.side{border-left:.3mm solid #bbb;padding-left:5mm;font-size:9.3pt}h2{text-transform:uppercase;font-size:11.5pt}",
        ("two-rows", "below", "beside-company"),
        (SANS, NARROW),
        ("below",),
        ("bullets",),
        ("bullets", "dots"),
        side=("education", "skills", "languages", "certifications", "interests"),
        margin="12mm 0",
        joint=False,
    ),
    S(
        "underlined-uk",
        "a",
        no_headline,
        "h1{text-align:center;font-size:17pt;text-decoration:underline}.ct{text-align:center}h2{text-decoration:underline;font-size:11.5pt}",
        ("bullet-head", "before", "last"),
        (SERIF,),
        ("bulleted", "lines"),
        ("prose", "nopoint", "typed"),
        ("comma", "bullets"),
        ("title",),
        heading=colon,
        papers=("A4",),
        notes={"mark": "-"},
    ),
    S(
        "icons-infographic",
        "a",
        band_then_columns,
        ".band{background:#5b3f8c;color:#fff;border-radius:3mm;padding:5mm 8mm;margin-bottom:4mm}.cols{display:grid;grid-template-columns:58mm 1fr;gap:8mm}.ic{display:inline-block;background:#5b3f8c;color:#fff;border-radius:50%;width:6.5mm;height:6.5mm;line-height:6.5mm;text-align:center;font-size:8pt;margin-right:2mm}h2{color:#5b3f8c;font-size:12.5pt}.bi{background:#5b3f8c}.pill{background:#e6ddf5}",
        ("pill", "above"),
        (DEJA,),
        ("above", "below"),
        ("bullets", "mixed"),
        ("bars", "dots"),
        heading=icon,
        side=("skills", "languages", "interests", "awards", "certifications"),
        notes={"side-left": "1"},
        habits=("mmm-yyyy", "slash", "years", "apostrophe", "year-slash"),
        careers=("student", "early", "mid"),
    ),
    S(
        "french",
        "a",
        split_header,
        "h1{font-size:19pt}.ct{text-align:right;font-size:9pt}h2{background:#eee;text-align:center;border-radius:2mm;padding:1mm;font-size:12pt;text-transform:uppercase}.g{--gw:30mm}.b{font-style:italic}",
        ("left-col-org", "before", "left-col-place"),
        (SANS,),
        ("left-col-one", "lines"),
        ("typed", "bullets"),
        ("lines",),
        papers=("A4",),
        notes={"mark": "-"},
        habits=("years", "slash", "years-tight", "slash-since", "month-yyyy"),
    ),
    S(
        "vertical-headings",
        "a",
        margin_headings,
        "header{background:#333;color:#fff;padding:4mm 6mm;margin-bottom:5mm}.mh{display:grid;grid-template-columns:12mm 1fr;gap:5mm;margin-bottom:4mm}.mhh{background:#e3e3e3;text-align:center}.mhh h2{writing-mode:vertical-rl;transform:rotate(180deg);margin:2mm auto;font-size:10.5pt;white-space:nowrap}.mhc{min-height:24mm}.g{--gw:30mm}",
        ("two-rows", "left-col-one", "one-row"),
        (SANS, NARROW),
        ("same",),
        ("bullets", "prose"),
        ("lines",),
        ("upper",),
        notes={"by": "  |  "},
        joint=False,
        words={
            "experience": "Experience",
            "clubs": "Activities",
            "courses": "Courses",
            "certifications": "Certificates",
            "skills": "Skills",
            "summary": "Profile",
            "education": "Education",
        },
    ),
    # -- only in set B ----------------------------------------------------------------------------------------------------
    S(
        "moderncv-banking",
        "b",
        no_headline,
        "header{text-align:center;border-bottom:.3mm solid #3c8031;padding-bottom:2mm}h1{font-size:28pt;font-weight:normal;color:#3c8031}h2{display:flex;align-items:center;gap:3mm;color:#3c8031;font-weight:normal;font-size:14pt}.rule{flex:1;border-top:.3mm solid #3c8031}.p,.d{font-style:italic}",
        ("two-rows-crossed",),
        (SERIF, SANS),
        ("two-rows-crossed",),
        ("bullets",),
        heading=ruled,
        org_first=True,
        papers=("A4",),
        notes={"by": " • "},
    ),
    S(
        "swiss-grid",
        "b",
        split_header,
        "h1{font-size:30pt;letter-spacing:-.3mm}.ct{font-size:8.5pt}h2{border-top:1mm solid #000;padding-top:1.5mm;font-size:10pt}.e{font-size:9.2pt}",
        ("three-col",),
        (SANS,),
        ("three-col", "lines-right"),
        ("prose", "bullets"),
        ("dotted",),
        ("lower", "title"),
        groups=("repeat",),
        papers=("A4",),
    ),
    S(
        "dark",
        "b",
        sidebar,
        ".bg{position:fixed;inset:0;background:#1b1f27}body{color:#e6e6e6}.sd{width:62mm}.side{padding:0 7mm 0 10mm;color:#b9c2d0;font-size:9.5pt}.main{padding:0 13mm 0 5mm}h1{color:#ffd166;font-size:21pt}h2{color:#ffd166;font-size:12pt;border-bottom:.2mm solid #555}.d{color:#9fb3c8}.sp{border-color:#667}.bo{background:#444}.bi{background:#ffd166}",
        ("above", "two-rows", "at"),
        (SANS, DEJA),
        ("below", "above"),
        ("bullets", "prose"),
        ("bars", "pills", "dots"),
        side=SIDE,
        bleed=True,
        notes={"name-in-side": "1"},
        careers=("student", "early", "mid"),
    ),
    S(
        "big-years",
        "b",
        single,
        "h1{font-size:26pt}h2{font-size:11pt;text-transform:uppercase;color:#b23a48}.g{--gw:30mm}.gd .d{font-size:14pt;font-weight:bold;color:#b23a48;line-height:1.1}.e{margin-bottom:4mm}",
        ("left-col-bare",),
        (NARROW, SANS),
        ("left-col-bare", "lines-right"),
        ("bullets", "prose"),
        ("pipe", "comma"),
        habits=("years", "slash", "mmm-yyyy", "apostrophe"),
        careers=("early", "mid", "senior"),
    ),
    S(
        "job-table",
        "b",
        no_headline,
        "header{text-align:center}h2{font-size:12pt;color:#1b4d3e}.t th{background:#1b4d3e;color:#fff}.jt td{font-size:9.2pt}",
        ("jobtable",),
        (SANS, SERIF),
        ("table", "table-year-first"),
        ("bullets", "prose"),
        ("table", "comma"),
        groups=("repeat",),
        habits=("slash", "mmm-yyyy", "month-yyyy-to", "years", "dot", "till-date"),
    ),
    S(
        "margin-right-rule",
        "b",
        margin_headings,
        "header{text-align:right;margin-bottom:5mm}h1{font-weight:normal;font-size:26pt;color:#0b6e99}.mh{display:grid;grid-template-columns:38mm 1fr;gap:0}.mhh{text-align:right;padding-right:5mm;border-right:.5mm solid #0b6e99}.mhc{padding-left:5mm;padding-bottom:4mm}h2{margin:0;font-size:11pt;color:#0b6e99}",
        ("two-rows", "below", "one-row", "above"),
        (SANS, DEJA_SERIF),
        ("same",),
        ("bullets", "prose"),
        ("dotted", "lines"),
        ("lower", "title"),
        notes={"by": "  ·  "},
    ),
    S(
        "sidebar-education-left",
        "b",
        sidebar,
        ".bg{position:fixed;left:0;top:0;bottom:0;width:66mm;background:#24405e}.sd{width:66mm}.side{padding:0 6mm 0 9mm;color:#fff;font-size:9.3pt}.main{padding:0 12mm 0 8mm}h1{font-size:20pt}.side h2{border-bottom:.2mm solid #8fa9c4;font-size:11pt}.main h2{border-bottom:.6mm solid #24405e;color:#24405e}.pill{color:#222}",
        ("two-rows", "right-col", "pill", "brackets"),
        (SANS,),
        ("below", "above"),
        ("bullets", "mixed"),
        ("bullets", "dots"),
        ("upper",),
        side=("summary", "education", "skills", "languages", "interests"),
        bleed=True,
        notes={"name-in-side": "1"},
        joint=False,
    ),
    S(
        "job-grid",
        "b",
        split_header,
        "header{border-top:2mm solid #355c7d;padding-top:3mm}.ct{text-align:right;font-size:9pt}h2{color:#355c7d;font-size:12.5pt}.s.experience{display:grid;grid-template-columns:1fr 1fr;gap:0 9mm}.experience h2{grid-column:1/-1}.d{color:#6c7a89}",
        ("above", "below", "between"),
        (SANS, CONDENSED),
        ("lines-right", "below"),
        ("bullets", "prose"),
        ("dotted", "columns"),
        groups=("repeat",),
        careers=("early", "mid", "senior"),
    ),
    S(
        "dot-leaders",
        "b",
        no_headline,
        "header{text-align:center}h2{font-size:12pt;border-bottom:.5mm dotted #555}.ld{display:flex;align-items:baseline;gap:1.5mm}.ld .dots{flex:1;border-bottom:.35mm dotted #777}.b{font-style:italic}",
        ("leaders",),
        (DEJA_SERIF, SERIF),
        ("leaders",),
        ("prose", "bullets"),
        ("lines", "comma"),
        ("title", "upper"),
        groups=("nest", "repeat"),
    ),
    S(
        "first-bullet-serif",
        "b",
        no_headline,
        "h1{font-size:18pt}header{border-bottom:.3mm solid #000}h2{font-size:11.5pt;letter-spacing:.4mm}.g{--gw:30mm}.gd{font-size:9.4pt}",
        ("first-bullet",),
        (DEJA_SERIF, SERIF),
        ("left-col-one", "lines"),
        ("bullets", "typed"),
        ("comma",),
        ("upper",),
        careers=("student", "early", "mid"),
    ),
    S(
        "letter-prose",
        "b",
        no_headline,
        "h1{font-size:16pt}h2{font-size:12pt}",
        ("prosejobs",),
        (SERIF, DEJA_SERIF),
        ("bulleted-sentence",),
        ("prose",),
        ("comma",),
        habits=("month-yyyy-to",),
        groups=("repeat",),
        careers=("early", "mid"),
        joint=False,
    ),
    S(
        "web-page",
        "ab",
        single,
        "header{border-bottom:.3mm solid #ddd}h2{color:#0a58ca}.d{color:#666}",
        ("one-row", "below", "left-col"),
        (SANS,),
        ("same", "bulleted"),
        ("bullets",),
        ("pills", "comma"),
        output="html",
    ),
    S(
        "gradient-columns",
        "b",
        band_then_columns,
        "@page:first{margin-top:0}.band{background:linear-gradient(90deg,#ff7e5f,#feb47b);color:#fff;padding:10mm 14mm 8mm;margin:0 0 5mm}.cols{display:grid;grid-template-columns:1fr 1fr;gap:9mm;padding:0 14mm}h2{color:#d9572f;font-size:12pt}.side,.main{font-size:9.4pt}",
        ("below", "above", "pipe"),
        (SANS, CONDENSED),
        ("below", "lines-right"),
        ("bullets",),
        ("columns", "comma"),
        side=("summary", "education", "skills", "certifications", "languages", "interests", "awards"),
        margin="12mm 0",
        careers=("student", "early", "mid"),
        joint=False,
    ),
    # -- other file formats; their drawing is in formats.py -----------------------------------------------------------------
    S("docx-tabs", "ab", single, "", ("docx",), output="docx-tabs", joint=True),
    S("docx-table", "ab", single, "", ("docx",), output="docx-table", joint=False),
    S("text-mail", "ab", single, "", ("text",), cases=("upper",), output="txt"),
    S("markdown", "ab", single, "", ("md",), output="md"),
    S(
        "canvas-left",
        "ab",
        single,
        "",
        ("canvas",),
        output="canvas-left",
        habits=("mmm-yyyy", "slash", "years", "dotted", "month-yyyy"),
        joint=False,
    ),
    S(
        "canvas-columns",
        "b",
        single,
        "",
        ("canvas",),
        output="canvas-columns",
        habits=("mmm-yyyy", "slash", "years", "iso"),
        careers=("student", "early", "mid"),
        joint=False,
    ),
]
