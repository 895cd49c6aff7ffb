"""A skill that one line of a resume alone names → how surely it has to be the writer's.

Who uses a tool names it again, or lists it. One line of a job may as well tell of what others use, what was paid for,
or another thing of that name: `hot tea for CNN`, `the laminated decision tree`, `checked the invoices for Azure`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from gapcheck.skills.pipeline.described_model import load_described_model, words_in
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.taxonomy import Reason, Taxonomy
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import DEEDS, FINITE, word_classes

_SURELY_OWN = 0.7
_NO_OTHER_THING = 0.55  # where the likeliest other answer is another thing of its name
_MORE_LIKELY_OWN = 0.5  # and in a resume that lists no tools
_BEYOND_DOUBT = 0.985  # of a method in a sentence that tells nothing of models
_TELLS_OF_MODELS = 0.01  # likely that a sentence shows a skill of the field, by its words without the name
_A_FEW = 5  # other methods of the field in a resume


class NamedOnce:
    """What a taxonomy says of the skills that may stand alone in a line."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        words, taken_up, self._broader = taxonomy.entry_words, taxonomy.context.taken_up, taxonomy.broader
        self._words, self._writer, self._things = words, taken_up.writer, taken_up.things
        categories = {one.id: one.category for one in taxonomy.skills.values()}
        self.tools = {skill for skill, category in categories.items() if category in words.tool_categories}
        self.field = {skill for skill, category in categories.items() if category in words.field_categories}
        of_the_trade = words.tool_categories | words.trade_categories
        self._of_the_trade = {skill for skill, category in categories.items() if category in of_the_trade}

    def beside(self, mentions: Iterable[Mention]) -> Mapping[int, Sequence[Mention]]:
        """The mentions of skills of the trade by the number of their passage."""
        found: defaultdict[int, list[Mention]] = defaultdict(list)
        for one in mentions:
            if one.reason is None and one.fixed and one.skill in self._of_the_trade:
                found[one.passage].append(one)
        return found

    def least_own(
        self,
        tokens: Tokens,
        mention: Mention,
        passage: Passage,
        sentence: range,
        reason: Reason,
        company: Iterable[Mention],
        *,
        lists_tools: bool,
    ) -> float:
        """From which share of own on a tool or a method of the field is the writer's beside `reason`, the likeliest
        other answer: 0 where it may have any. In a resume that `lists_tools`, and not this one, it is doubted in all
        jobs; in others where nobody needs a tool, `company`, the mentions of its passage, is of no other skill of the
        trade, and the `sentence` tells no deed of the writer. A sentence without a verb tells of nobody else's deed.
        """
        if mention.skill not in self.tools | self.field or not mention.names or not passage.entry.kind.is_work:
            return 0.0
        is_name = [mention.start <= at < mention.end for at in sentence]
        classes = word_classes([tokens.text[at] for at in sentence], is_name)
        is_own_deed = self._is_own_deed(tokens, sentence, classes)
        is_needed = self._words.names_a_post_with_tools(passage.entry.title) or self._has_company(mention, company)
        if not lists_tools and (is_needed or is_own_deed):
            return 0.0
        if reason is not Reason.other_meaning and not FINITE.isdisjoint(classes) and not is_own_deed:
            return _SURELY_OWN
        return _NO_OTHER_THING if lists_tools else _MORE_LIKELY_OWN

    def is_told_without_models(
        self,
        tokens: Tokens,
        mention: Mention,
        passage: Passage,
        sentence: range,
        company: Iterable[Mention],
        of_the_field: Set[str],
        own: float,
    ) -> bool:
        """Whether a method of the field, the writer's by the share `own`, stands in a job of another trade, in a
        `sentence` whose other words tell nothing of models, and the resume names few others `of_the_field`.
        """
        if mention.skill not in self.field - self.tools or own >= _BEYOND_DOUBT:
            return False
        if not passage.entry.kind.is_work or self._words.names_a_post_of_the_trade(passage.entry.title):
            return False
        few = len(of_the_field - {mention.skill, *self._broader[mention.skill]}) < _A_FEW
        return few and not self._has_company(mention, company) and not self._tells_of_models(tokens, mention, sentence)

    def _has_company(self, mention: Mention, beside: Iterable[Mention]) -> bool:
        """Whether one of the mentions beside it is of a skill that is no kin of its own."""
        kin = {mention.skill, *self._broader[mention.skill]}
        return any(
            one.skill not in kin
            and mention.skill not in self._broader[one.skill]
            and (one.end <= mention.start or mention.end <= one.start)
            for one in beside
        )

    def _tells_of_models(self, tokens: Tokens, mention: Mention, sentence: range) -> bool:
        """Whether the words of a sentence without the name speak for any described skill of the field, or one of them
        says what is done with a model: `fitted`.
        """
        if any(tokens.lower[at] in self._words.model_deeds for at in sentence):
            return True
        model = load_described_model()
        name = frozenset(range(mention.start, mention.end))
        shown = model.probabilities(words_in(tokens, sentence.start, sentence.stop, model.words, name))
        return any(shown[column] >= _TELLS_OF_MODELS for skill, column in model.skills.items() if skill in self.field)

    def _is_own_deed(self, tokens: Tokens, sentence: range, classes: Sequence[str]) -> bool:
        """Whether a sentence, its words of these classes, tells what the writer did: it opens with a verb or with what
        was made, or the writer speaks in it. `Drew up the budgets in Excel`, `It offers a REST API`, not `Hoteliers
        kept their rates in Excel`.
        """
        opens = classes[0] in DEEDS or tokens.lower[sentence.start] in self._things
        return opens or any(tokens.lower[at] in self._writer for at in sentence)
