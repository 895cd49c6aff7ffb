"""Documents that are not printed from HTML pages: Word files, plain text, Markdown, and pages drawn with reportlab."""

from __future__ import annotations

from pathlib import Path
from random import Random
from textwrap import wrap

from compose import Document, Section
from pieces import joined


def other_lines(doc: Document, kind: str) -> list[str]:
    """The short sections as lines of text. Entries with a body give a line starting with "- " per sentence."""
    r = doc.resume
    if kind == "summary":
        return [r.summary]
    if kind == "skills":
        return [f"{n}: {', '.join(items)}" for n, items in r.skills]
    if kind == "certifications":
        return ["- " + joined([c.title, c.org, c.when.text], ", ") for c in r.certificates]
    if kind == "awards":
        return [f"- {a.title}, {a.when.text}" for a in r.awards]
    if kind == "languages":
        return [", ".join(f"{n} ({v})" for n, v in r.languages)]
    if kind == "interests":
        return [", ".join(r.interests).capitalize()]
    if kind == "courses":
        return [", ".join(r.courses)]
    if kind == "references":
        return r.references
    if kind == "publications":
        return [f"- {x}" for x in r.publications]
    if kind == "projects":
        return [
            x
            for p in r.projects
            for x in ["# " + joined([p.title, p.when.text], ", "), *("- " + line for line in p.lines)]
        ]
    if kind in ("clubs", "volunteering"):
        return [
            x
            for p in getattr(r, kind)
            for x in ["# " + joined([p.title, p.org, p.when.text], ", "), *("- " + line for line in p.lines)]
        ]
    raise ValueError(kind)


def is_jobs(section: Section) -> bool:
    """Does this section hold jobs?"""
    return bool(section.employers)


# -- plain text -----------------------------------------------------------------------------------------------------------


def text(doc: Document, rng: Random, width: int = 78) -> str:
    """The resume as plain text, as it is pasted into forms and e-mails."""
    r = doc.resume
    way = rng.choice(["columns", "date-first", "stack", "dash", "hanging"])
    rule = rng.choice(["=", "-", "***", "[]", "none"])
    mark = rng.choice(["-", "*", "+", "o"])
    doc.about.update(form=f"text {way}", body="bullets")
    out = [r.name.upper(), r.headline, joined([r.place, r.phone], " / "), r.mail, ""]

    def add_body(lines: list[str], indent: str) -> None:
        for line in lines:
            out.extend(wrap(f"{mark} {line}", width, initial_indent=indent, subsequent_indent=indent + "  "))

    def add_entry(title: str, org: str, place: str, when: str, lines: list[str]) -> None:
        who = joined([org, place], ", ")
        if way == "columns":
            out.append(
                f"{title:<{max(10, width - len(when) - 1)}} {when}"
                if len(title) + len(when) < width
                else f"{title}  {when}"
            )
            out.extend([who] if who else [])
            add_body(lines, "  ")
        elif way == "date-first":
            out.extend(wrap(joined([when, joined([title, who], ", ")], ":  "), width, subsequent_indent="    "))
            add_body(lines, "    ")
        elif way == "stack":
            out.extend(x for x in (title, who, when) if x)
            add_body(lines, "")
        elif way == "dash":
            out.extend(wrap(joined([title, who], " - ") + (f" ({when})" if when else ""), width))
            add_body(lines, "  ")
        else:
            first = wrap(joined([title, who], ", "), width - 26) or [""]
            out.append(f"{when:<26}{first[0]}" if len(when) < 25 else f"{when}\n{'':<26}{first[0]}")
            out.extend(" " * 26 + x for x in first[1:])
            for line in lines:
                out.extend(wrap(f"{mark} {line}", width, initial_indent=" " * 26, subsequent_indent=" " * 28))
        out.append("")

    for section in doc.sections:
        words = section.heading
        if rule in "=-":
            out.extend([words, rule * len(words)])
        elif rule == "***":
            out.append(f"*** {words} ***")
        elif rule == "[]":
            out.append(f"[ {words} ]")
        else:
            out.extend([words, ""])
        for kind in section.kinds:
            if is_jobs(section):
                for emp in section.employers:
                    for role in emp.roles:
                        add_entry(role.title, emp.org, emp.place, role.when.text, role.lines)
            elif kind == "education":
                for d in r.degrees:
                    add_entry(d.title, d.org, d.place, d.when.text, [d.note] if d.note else [])
            else:
                for line in other_lines(doc, kind):
                    if line.startswith("# "):
                        out.extend(wrap(line[2:], width))
                    elif line.startswith("- "):
                        add_body([line[2:]], "  ")
                    else:
                        out.extend(wrap(line, width))
                out.append("")
    return "\n".join(out).rstrip() + "\n"


def mono_html(doc: Document, rng: Random) -> str:
    """Plain text on pages of typewriter letters."""
    from html import escape

    body = escape(text(doc, rng, 80), quote=False)
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><style>@page{size:Letter;margin:18mm}pre{font:9.6pt/1.25 'Liberation Mono';margin:0;white-space:pre-wrap}</style></head>"
        f"<body><pre>{body}</pre></body></html>"
    )


def markdown(doc: Document, rng: Random) -> str:
    """The resume in Markdown, as programmers keep it."""
    r = doc.resume
    way = rng.choice(["h3-italic", "bold-line", "h3-brackets", "h3-company"])
    doc.about.update(form=f"markdown {way}", body="bullets")
    out = [f"# {r.name}", "", f"**{r.headline}** | {r.place} | [{r.mail}](mailto:{r.mail})", ""]

    def add(title: str, org: str, place: str, when: str, lines: list[str]) -> None:
        where = joined([org, place], ", ")
        if way == "h3-italic":
            out.extend([f"### {joined([title, where], ' — ')}", *([f"*{when}*", ""] if when else [""])])
        elif way == "bold-line":
            out.extend([f"**{title}**" + (f", {where}" if where else "") + (f" _{when}_" if when else ""), ""])
        elif way == "h3-brackets":
            out.extend([f"### {title}" + (f" ({when})" if when else ""), "", *([where, ""] if where else [])])
        else:
            out.extend([f"### {where or title}", "", *([f"{title}  "] if where else []), *([when] if when else []), ""])
        out.extend(f"- {x}" for x in lines)
        out.append("")

    for section in doc.sections:
        out.extend([f"## {section.heading}", ""])
        for kind in section.kinds:
            if is_jobs(section):
                for emp in section.employers:
                    for role in emp.roles:
                        add(role.title, emp.org, emp.place, role.when.text, role.lines)
            elif kind == "education":
                for d in r.degrees:
                    add(d.title, d.org, d.place, d.when.text, [d.note] if d.note else [])
            else:
                for line in other_lines(doc, kind):
                    out.extend(
                        ["", f"### {line[2:]}", ""]
                        if line.startswith("# ")
                        else [line]
                        if line.startswith("- ")
                        else [line, ""]
                    )
                out.append("")
    return "\n".join(out).replace("\n\n\n", "\n\n").rstrip() + "\n"


# -- Word -----------------------------------------------------------------------------------------------------------------


def word(doc: Document, path: Path, rng: Random, table: bool) -> None:
    """A Word file: with tab stops at the right margin, or with a two-column table of dates and text."""
    from docx import Document as Docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    r = doc.resume
    file = Docx()
    file.styles["Normal"].font.name = rng.choice(["Calibri", "Times New Roman", "Arial", "Garamond"])
    file.styles["Normal"].font.size = Pt(10.5)
    way = "table" if table else rng.choice(["tab", "below", "company-tab"])
    fake_headings = rng.random() < 0.5
    list_style = rng.choice(["List Bullet", "List Bullet", "Normal"])
    doc.about.update(form=f"docx {way}", body="bullets" if list_style != "Normal" else "nopoint")
    file.add_heading(r.name, 0)
    file.add_paragraph(joined([r.place, r.phone, r.mail], " | "))

    def heading(words: str) -> None:
        if fake_headings:
            p = file.add_paragraph()
            run = p.add_run(words.upper())
            run.bold = True
            run.font.size = Pt(12)
        else:
            file.add_heading(words, 1)

    def with_tab(left: str, right: str, bold: bool) -> None:
        p = file.add_paragraph()
        p.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
        p.paragraph_format.space_after = Pt(0)
        p.add_run(left).bold = bold
        if right:
            p.add_run("\t" + right)

    def entry(title: str, org: str, place: str, when: str, lines: list[str]) -> None:
        who = joined([org, place], ", ")
        if way == "tab":
            with_tab(title, when, True)
            if who:
                file.add_paragraph(who)
        elif way == "company-tab":
            with_tab(who or title, when, True)
            if who:
                file.add_paragraph().add_run(title).italic = True
        else:
            p = file.add_paragraph()
            p.add_run(title).bold = True
            p.add_run(f", {who}" if who else "")
            if when:
                file.add_paragraph(when)
        for line in lines:
            file.add_paragraph(line, style=list_style)

    def rows(items: list[tuple[str, str, str, str, list[str]]]) -> None:
        grid = file.add_table(rows=0, cols=2)
        grid.autofit = False
        for title, org, place, when, lines in items:
            cells = grid.add_row().cells
            cells[0].width, cells[1].width = Mm(45), Mm(120)
            cells[0].text = when
            cells[1].paragraphs[0].add_run(title).bold = True
            if org:
                cells[1].add_paragraph(joined([org, place], ", "))
            for line in lines:
                cells[1].add_paragraph(line, style=list_style)

    for section in doc.sections:
        heading(section.heading)
        for kind in section.kinds:
            if is_jobs(section):
                items = [
                    (x.title, emp.org, emp.place, x.when.text, x.lines) for emp in section.employers for x in emp.roles
                ]
            elif kind == "education":
                items = [(d.title, d.org, d.place, d.when.text, [d.note] if d.note else []) for d in r.degrees]
            else:
                for line in other_lines(doc, kind):
                    if line.startswith("# "):
                        file.add_paragraph().add_run(line[2:]).bold = True
                    elif line.startswith("- "):
                        file.add_paragraph(line[2:], style="List Bullet")
                    else:
                        file.add_paragraph(line)
                continue
            if table:
                rows(items)
            else:
                for item in items:
                    entry(*item)
    file.save(str(path))


# -- drawn pages ------------------------------------------------------------------------------------------------------------


class Board:
    """Collects pieces of text with their places, and draws them page by page in an order that is not that of reading."""

    def __init__(self, size: tuple[float, float], x: float, width: float, top: float) -> None:
        self.size, self.x, self.width, self.top = size, x, width, top
        self.page, self.y = 0, top
        self.ops: list[tuple[int, str, float, float, float, str]] = []
        self.rules: list[tuple[int, float, float, float]] = []

    def need(self, height: float) -> None:
        """Go to the next page if so much does not fit any more."""
        if self.y - height < 50:
            self.page, self.y = self.page + 1, self.size[1] - 55

    def put(self, words: str, font: str, size: float, x: float, width: float) -> None:
        """Text, wrapped, from the current height downwards."""
        from reportlab.lib.utils import simpleSplit

        for line in simpleSplit(words, font, size, width):
            self.need(size * 1.3)
            self.y -= size * 1.3
            self.ops.append((self.page, font, size, x, self.y, line))

    def save(self, path: Path, order: str) -> None:
        """Write the file; `order` says how the text is ordered inside it."""
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path), pagesize=self.size)
        for page in range(max(op[0] for op in self.ops) + 1):
            ops = [op for op in self.ops if op[0] == page]
            if order == "fonts":
                ops.sort(key=lambda op: (op[1], op[2]))
            elif order == "columns":
                ops.sort(key=lambda op: op[3] > self.size[0] / 2)
            for _, font, size, x, y, words in ops:
                canvas.setFont(font, size)
                canvas.drawString(x, y, words)
            for at, x, y, width in self.rules:
                if at == page:
                    canvas.line(x, y, x + width, y)
            canvas.showPage()
        canvas.save()


def _body_of(doc: Document, kind: str, section: Section) -> list[tuple[str, str, str, list[str]]]:
    """Entries as (title, where, when, lines)."""
    if section.employers:
        return [
            (x.title, joined([emp.org, emp.place], ", "), x.when.text, x.lines)
            for emp in section.employers
            for x in emp.roles
        ]
    return [
        (d.title, joined([d.org, d.place], ", "), d.when.text, [d.note] if d.note else []) for d in doc.resume.degrees
    ]


def canvas(doc: Document, path: Path, rng: Random, columns: bool) -> None:
    """A drawn page: dates in a left column, or two columns; the text inside the file is not in the order of reading."""
    from reportlab.lib.pagesizes import A4, LETTER

    size = rng.choice([A4, LETTER])
    family = rng.choice(
        [("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"), ("Times-Roman", "Times-Bold", "Times-Italic")]
    )
    doc.about.update(
        form="canvas " + ("columns" if columns else "left dates"),
        font=family[0],
        body="bullets",
        paper="A4" if size == A4 else "Letter",
    )
    roman, bold, italic = family
    r = doc.resume
    left, right = 55.0, size[0] - 50
    board = Board(size, left, right - left, size[1] - 45)
    board.put(r.name, bold, 20, left, right - left)
    board.put(joined([r.headline, r.place, r.phone, r.mail], "  |  "), roman, 9, left, right - left)
    narrow_kinds = (
        {"skills", "languages", "interests", "certifications", "education", "awards", "courses"} if columns else set()
    )
    main = [s for s in doc.sections if s.kinds[0] not in narrow_kinds]
    side = [s for s in doc.sections if s.kinds[0] in narrow_kinds]

    def flow(sections: list[Section], x: float, width: float, dates_left: bool) -> None:
        for section in sections:
            board.y -= 9
            board.need(40)
            board.put(section.heading.upper(), bold, 11, x, width)
            board.y -= 3
            board.rules.append((board.page, x, board.y, width))
            for kind in section.kinds:
                if section.employers or kind == "education":
                    for title, where, when, lines in _body_of(doc, kind, section):
                        board.y -= 4
                        board.need(40)
                        tx, tw = (x + 118, width - 118) if dates_left else (x, width)
                        if dates_left and when:
                            keep = board.page, board.y
                            board.put(when, roman, 9.5, x, 112)
                            below = board.y
                            board.page, board.y = keep
                            board.put(title, bold, 10, tx, tw)
                            board.put(where, italic, 10, tx, tw)
                            board.y = min(board.y, below)
                        else:
                            board.put(title, bold, 10, tx, tw)
                            board.put(where, roman, 9.5, tx, tw)
                            if when:
                                board.put(when, italic, 9, tx, tw)
                        for line in lines:
                            board.put(f"• {line}", roman, 9.5, tx, tw)
                else:
                    for line in other_lines(doc, kind):
                        if line.startswith("# "):
                            board.y -= 3
                            board.put(line[2:], bold, 10, x, width)
                        else:
                            board.put(
                                line.replace("- ", "• ", 1) if line.startswith("- ") else line, roman, 9.5, x, width
                            )

    if not columns:
        flow(doc.sections, left, right - left, True)
        board.save(path, "fonts")
        return
    top = board.y
    flow(main, left, 300, False)
    end = board.page, board.y
    board.page, board.y = 0, top
    flow(side, left + 325, right - left - 325, False)
    board.page, board.y = end
    board.save(path, rng.choice(["fonts", "columns"]))
