"""Make resumes whose structure is known by construction.

    python make.py OUT --seed N --count K [--prefix a] [--styles a|b|all]

writes OUT/resumes/<id>.<pdf|docx|html|md|txt>, OUT/labels/<id>.json (the format that README.md tells) and
OUT/about/<id>.json (style, choices and full truth of each document, for whoever looks at a mistake).
The same arguments give the same documents.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from random import Random

from compose import Document, compose
from formats import canvas, markdown, mono_html, text, word
from printing import print_all
from styles import STYLES, Style


def pick_styles(which: str, seed: int, count: int) -> list[Style]:
    """Every style of the set once, in a random order, and then again until there are enough."""
    pool = [s for s in STYLES if which == "all" or which in s.sets]
    rng = Random(f"{seed}/styles")
    out: list[Style] = []
    while len(out) < count:
        turn = pool[:]
        rng.shuffle(turn)
        if len(out) + len(turn) > count and which != "all":  # the styles of this set only are worth a second document
            turn.sort(key=lambda s: len(s.sets))
        out += turn
    return out[:count]


def write(doc: Document, resumes: Path, scratch: Path, seed: int, queue: list[tuple[Path, Path]]) -> None:
    """Write one document, or put it into the queue for the printer."""
    rng = Random(f"{seed}/{doc.doc_id}/format")
    kind = doc.style.output
    pdf = resumes / f"{doc.doc_id}.pdf"
    if kind == "txt":
        (resumes / f"{doc.doc_id}.txt").write_text(text(doc, rng), encoding="utf-8")
    elif kind == "md":
        (resumes / f"{doc.doc_id}.md").write_text(markdown(doc, rng), encoding="utf-8")
    elif kind == "html":
        (resumes / f"{doc.doc_id}.html").write_text(doc.html, encoding="utf-8")
    elif kind.startswith("docx"):
        word(doc, resumes / f"{doc.doc_id}.docx", rng, table=kind == "docx-table")
    elif kind.startswith("canvas"):
        canvas(doc, pdf, rng, columns=kind == "canvas-columns")
    else:
        page = scratch / f"{doc.doc_id}.html"
        page.write_text(mono_html(doc, rng) if kind == "mono" else doc.html, encoding="utf-8")
        queue.append((page, pdf))


def main() -> None:
    """Read the arguments and make the documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--prefix", default="a")
    parser.add_argument("--styles", choices=["a", "b", "all"], default="all")
    parser.add_argument("--only", help="make only this style, every time")
    args = parser.parse_args()
    folders = {name: args.out / name for name in ("resumes", "labels", "about")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    styles = (
        [s for s in STYLES if s.name == args.only] * args.count
        if args.only
        else pick_styles(args.styles, args.seed, args.count)
    )
    queue: list[tuple[Path, Path]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for number, style in enumerate(styles, 1):
            doc = compose(f"{args.prefix}{number:02d}", style, args.seed)
            write(doc, folders["resumes"], Path(scratch), args.seed, queue)
            for name, content in (("labels", doc.label), ("about", doc.about)):
                (folders[name] / f"{doc.doc_id}.json").write_text(
                    json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
                )
        print_all(queue)
    print(f"{len(styles)} documents in {args.out}, {len({s.name for s in styles})} styles")


if __name__ == "__main__":
    main()
