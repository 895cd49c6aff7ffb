"""Component `gapcheck_skills`: any spaCy pipeline → the skills that its texts name or describe, as spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.reader import skill_reader
from gapcheck.taxonomy import SectionKind, load_taxonomy
from gapcheck.text.tokens import Tokens


@Language.factory(
    "gapcheck_skills",
    assigns=["doc.spans", "doc._.skills", "span._.not_counted"],
    default_config={"spans_key": "skills", "overlays": []},
)
def create_gapcheck_skills(nlp: Language, name: str, spans_key: str, overlays: list[str]) -> GapcheckSkills:
    """The component; `overlays` are folders of data files that are laid over gapcheck's own."""
    return GapcheckSkills(spans_key, overlays)


class GapcheckSkills:
    """Sets `doc.spans[spans_key]` to a span for each place that speaks of a skill, labelled with the skill's id.

    `span._.not_counted` is None where the text claims the skill, else the reason why not: `negated`, `aspiration`,
    `other-person`, `other-meaning`. `doc._.skills` holds the ids of the skills that the text claims, in their order.
    Every line is read by itself, as a line of a job. Levels need a whole resume: `gapcheck.analyze` gives them.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("gapcheck_skills")
    >>> doc = nlp("Trained a ResNet in PyTorch. No experience with Kafka.")
    >>> [(span.text, span._.not_counted) for span in doc.spans["skills"] if span.label_ in ("pytorch", "kafka")]
    [('PyTorch', None), ('Kafka', 'negated')]
    """

    def __init__(self, spans_key: str, overlays: Sequence[str] = ()) -> None:
        self._key = spans_key
        self._reader = skill_reader(load_taxonomy(tuple(map(Path, overlays))))
        if not Doc.has_extension("skills"):
            Doc.set_extension("skills", default=())
        if not Span.has_extension("not_counted"):
            Span.set_extension("not_counted", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its skills. Tokens may be split by any rule: spans are widened to whole tokens."""
        spans = list(self._spans(doc))
        doc.spans[self._key] = spans
        doc._.skills = tuple(dict.fromkeys(span.label_ for span in spans if span._.not_counted is None))
        return doc

    def _spans(self, doc: Doc) -> Iterator[Span]:
        lines = [line for start, end in _line_bounds(doc.text) if (line := _characters(doc.text, start, end))]
        items = tuple(Item("".join(letter for _, letter in line), (), (0,)) for line in lines)
        entry = Entry(EntryKind.job, "", items)
        section = Section(SectionKind.experience, "", (entry,))
        read = self._reader.mentions((section, entry, 0, item) for item in items)
        tokens = Tokens.of(read)
        for mention in read._.mentions:
            line = lines[mention.passage]
            first = tokens.offset[mention.start] - read._.passages[mention.passage].offset
            last = first + len(tokens.written(mention.start, mention.end)) - 1
            span = doc.char_span(line[first][0], line[last][0] + 1, label=mention.skill, alignment_mode="expand")
            if span is not None:
                span._.not_counted = mention.reason.value if mention.reason else None
                yield span


def _line_bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _characters(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The characters of a line with their offsets in the text; of white space in a row only the first, as a blank."""
    found: list[tuple[int, str]] = []
    for offset in range(start, end):
        if not text[offset].isspace():
            found.append((offset, text[offset]))
        elif found and found[-1][1] != " ":
            found.append((offset, " "))
    return found[:-1] if found and found[-1][1] == " " else found
