"""Make resumes in looks of strangers, with their answers: `python strangers.py OUT --seed 5 --rounds 2`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random

import stranger_looks
import stranger_parts
import stranger_slips
import stranger_tables
from printing import CHROMIUM, FLAGS
from stranger_pieces import LOOKS, person


def main() -> None:
    """Read the arguments, print every look so many times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    for name in ("resumes", "labels", "about"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page()
        for module in (stranger_looks, stranger_tables, stranger_slips, stranger_parts):
            for name, look in LOOKS.items():
                if look.__module__ == module.__name__:
                    for index in range(args.rounds):
                        made = person(Random(f"{args.seed}{name}{index}"))
                        html, months = look(made)
                        first, *others = months if isinstance(months, list) else [months]
                        tab.set_content(html)
                        file = f"{name}-{index}"
                        pdf = args.out / "resumes" / f"{file}.pdf"
                        tab.pdf(path=str(pdf), prefer_css_page_size=True, print_background=True)
                        label = {"id": file, "work_months": first, "alt_months": others,
                                 "education": [one["t"] for one in made["deg"]],
                                 "jobs": [one["post"] for one in made["jobs"]]}  # fmt: skip
                        (args.out / "labels" / f"{file}.json").write_text(json.dumps(label), encoding="utf-8")
                        (args.out / "about" / f"{file}.json").write_text(json.dumps({"style": name}), encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main()
