"""How a sentence is built around a name: who does what, whose, and by whom."""

from __future__ import annotations

import pytest

from gapcheck.skills.pipeline.ownership_features import NamedSentences, ownership_features
from gapcheck.skills.pipeline.ownership_model import OWN, load_ownership_model
from gapcheck.skills.reader import SkillReader
from gapcheck.text.tokenizer import tokens_of
from gapcheck.training import ownership

BUILT = [
    ("Finance draws the pack in <Tableau>", ["near deed=N VBZ", "near doer is=finance", "near verb=draw"]),
    ("Drew the pack in <Tableau>", ["near deed=^ VBD", "near doer=^"]),
    ("I draw the pack in <Tableau>", ["near deed=i VBP"]),
    ("My colleague never draws it in <Tableau>", ["near deed=@somebody VBZ", "near doer of=my @somebody"]),
    ("Moved to Delft, where Anna reads <Tableau>", ["near doer=NNP", "near doer is=@name"]),
    ("<Docker> runs the model", ["next deed=SKILL VBZ", "next doer is=@skill"]),
    ("<Docker> image packed by my supervisor", ["right agent=@somebody", "right agent opens=my"]),
    ("Told by the vendor, then moved to <Docker>", ["left agent opens=the"]),
    ("Models, which the analysts train in <Keras>", ["near doer of=the @somebody", "classes left 2=VP IN"]),
    ("Moved the files, ran <Docker>", ["near deed=^ VBD"]),
    ("Ran 40 jobs in <Airflow>", ["left pair=# job", "left pair=job in"]),
    ("The analysts in Porto wrote it in <Keras>", ["near doer=@somebody", "near doer of=the @somebody"]),
    ("Birds are found by a <CNN>", ["near deed=N AUX VBN", "near verb=found"]),
    ("Our IT put it on <Azure>", ["near doer=NNP", "left=@name"]),
    ("Finance reads <Tableau>; I check it", ["after=;", "after ;=i", "after ;=check", "after says=i"]),
    ("It is drawn by her. Reads come from <Kafka>", ["before=.", "before .=it", "before says=@somebody"]),
    ("Reports in <Excel> for the board", ["first deed=none", "right pair=for the", "classes around=IN_IN"]),
]


@pytest.mark.parametrize(("line", "expected"), BUILT)
def test_build_of_a_sentence(line: str, expected: list[str], skill_reader: SkillReader) -> None:
    features = ownership.example("voice", line, OWN, skill_reader, load_ownership_model().people).features
    assert sorted(set(expected) - features) == []


@pytest.mark.parametrize("mark", ["– ", "• ", "‣ ", "- "])
def test_sentence_opens_alike_behind_any_mark(mark: str, skill_reader: SkillReader) -> None:
    people = load_ownership_model().people
    line = "The group next door counts words in <PyTorch>"
    plain, marked = (ownership.example("", one, OWN, skill_reader, people) for one in (line, mark + line))
    assert plain.features == marked.features


def test_people_are_told_by_whole_words() -> None:
    nouns = load_ownership_model().people.nouns
    assert {"designer", "designers", "families", "coaches"} <= nouns
    assert {"design", "designed", "report", "reports", "engine"}.isdisjoint(nouns)


def test_only_names_that_mean_another_thing_now_and_then_are_doubted() -> None:
    doubted = load_ownership_model().ambiguous
    assert {"java", "matlab"} <= doubted and "sql" not in doubted


def test_names_of_a_sentence_that_was_read_have_the_features_that_they_have_alone() -> None:
    tokens = tokens_of("Finance draws the pack in Tableau and Excel; I check it in SQL. She runs Docker")
    people, joins, passage = load_ownership_model().people, frozenset(["and"]), range(len(tokens))
    names = [tokens.text.index(name) for name in ("Tableau", "Excel", "SQL", "Docker")]
    read: NamedSentences = {}
    for skills in (set(names), set(names[1:])):
        for at in names:
            kept, alone = (
                [*ownership_features(tokens, at, at + 1, passage, skills | {at}, people, joins, known)]
                for known in (read, None)
            )
            assert kept == alone
    assert len(read) == 2 * 3  # sentences
