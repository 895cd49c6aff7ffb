"""What OCR loses: each resume is printed and scanned in numbers, read again, and compared with its own text.

    .venv/bin/python benchmarks/scans.py [--turn DEGREES] [FILE ...]

Without files, all of samples/*.pdf. A scan is 200 dots an inch, grey, turned by one degree unless told otherwise,
blurred, noisy and packed as JPEG. Printed are the F1 of the skills found, the share of them at the same level, and the
seconds of CPU time a page.
"""

from __future__ import annotations

import argparse
import io
import time
from datetime import date
from pathlib import Path

import numpy
import pypdfium2
from PIL import Image, ImageFilter

from gapcheck import Analyzer
from gapcheck.documents import read_content

ROOT = Path(__file__).parent.parent
_DOTS = 200  # an inch
_NOISE = 8.0  # standard deviation, of 255 shades
_SEED = 8


def scan_of(content: bytes, turn: float = 1.0) -> bytes:
    """A PDF of pictures alone: the pages of this one as a scanner gives them, turned by so many degrees."""
    random = numpy.random.default_rng(_SEED)
    pages = []
    document = pypdfium2.PdfDocument(content)
    for page in document:
        clean = page.render(scale=_DOTS / 72, grayscale=True).to_pil()
        turned = clean.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=abs(turn) > 45)
        shades = numpy.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=numpy.float32) * 0.92 + 10
        shades += random.normal(0, _NOISE, shades.shape)
        pages.append(Image.fromarray(shades.clip(0, 255).astype(numpy.uint8)))
    document.close()
    packed = io.BytesIO()
    pages[0].save(packed, "PDF", resolution=_DOTS, save_all=True, append_images=pages[1:], quality=80)
    return packed.getvalue()


def compare(files: list[Path], turn: float) -> None:
    """A line of figures for each file."""
    analyzer = Analyzer(as_of=date(2026, 11, 1))
    for file in files:
        content = file.read_bytes()
        scan = scan_of(content, turn)
        start = time.process_time()
        document = read_content(scan, file.name)
        seconds = (time.process_time() - start) / len(document.pages)
        text = {one.id: one.level for one in analyzer.analyze(file).skills}
        read = {one.id: one.level for one in analyzer.analyze_document(document).skills}
        both = text.keys() & read.keys()
        f1 = 2 * len(both) / max(1, len(text) + len(read))
        same = sum(text[skill] == read[skill] for skill in both) / max(1, len(both))
        print(
            f"{file.stem:12} F1 {f1:.3f}   same level {same:.3f} of {len(both):2}   {seconds:.1f} s a page", flush=True
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What OCR loses.")
    parser.add_argument("--turn", type=float, default=1.0, help="Degrees, anticlockwise.")
    parser.add_argument("files", nargs="*", type=Path)
    wanted = parser.parse_args()
    compare(wanted.files or sorted((ROOT / "samples").glob("*.pdf")), wanted.turn)
