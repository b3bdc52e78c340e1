"""The names, figures and quotations of a statement: told by the others, told by them elsewhere, or by nobody."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.models.language import DateValue, NameValue, QuantityValue, Value
from checker.rules.statement_views import StatementView
from checker.rules.text_views import DocumentView, SentenceView
from checker.support.wording import told_in

_WORD = re.compile(r"[^\W_]+")


class Told:
    """What some texts name and count, to be looked up."""

    def __init__(self, texts: Iterable[str], values: Iterable[Value]) -> None:
        self._texts = [plain(text) for text in texts]
        self._entities: set[str] = set()
        self._quantities: dict[str, set[QuantityValue]] = defaultdict(set)
        self._dates: set[DateValue] = set()
        for value in values:
            if isinstance(value, NameValue):
                self._entities.add(value.entity)
            elif isinstance(value, QuantityValue):
                self._quantities[value.unit].add(_bare(value))
            elif isinstance(value, DateValue):
                self._dates.add(value)

    @classmethod
    def by(cls, places: Sequence[DocumentView] | Sequence[SentenceView]) -> "Told":
        """What accounts or sentences tell."""
        return cls((p.text for p in places), (m.value for p in places for m in p.mentions))

    def has_words(self, text: str) -> bool:
        """Whether one of the texts has these words in this order, marks and capitals aside."""
        words = plain(text)
        return any(words in told for told in self._texts)

    def names(self, value: NameValue, text: str) -> bool:
        """Whether the same is named, or every word of the name is there."""
        if value.entity in self._entities:
            return True
        return all(any(f" {part} " in told for told in self._texts) for part in plain(text).split())

    def counts(self, value: QuantityValue | DateValue, text: str) -> bool:
        """Whether a figure is the same or a rounding of one of these, whatever bound is put to it.

        "More than 70" can be true together with "more than 50", but it does not follow from it.
        """
        if isinstance(value, QuantityValue):
            bare = _bare(value)
            met = any(bare.compatible(other) for other in self._quantities.get(value.unit, ()))
        else:
            met = any(value.compatible(other) for other in self._dates)
        return met or self.has_words(text)


def facts_of(statement: StatementView, near: Told, everywhere: Told) -> dict[str, float]:
    """How many names, figures and quotations are strange to all, or told only away from the nearest sentences."""
    signs = ("strange_names", "moved_names", "strange_figures", "moved_figures", "strange_quotes")
    count = dict.fromkeys(signs, 0.0)
    for mention in told_in(statement, statement.sentence.mentions):
        value, text = mention.value, mention.text
        if isinstance(value, NameValue) and not value.pronoun:
            if not near.names(value, text):
                count["moved_names" if everywhere.names(value, text) else "strange_names"] += 1
        elif isinstance(value, QuantityValue | DateValue) and not near.counts(value, text):
            count["moved_figures" if everywhere.counts(value, text) else "strange_figures"] += 1
    for quote in statement.sentence.quotes:
        if quote.value.direct and statement.span.overlaps(quote.span):
            count["strange_quotes"] += not everywhere.has_words(quote.value.exact)
    return count


def plain(text: str) -> str:
    """The words of a text in small letters, a blank before and after each, so that parts can be looked up."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _bare(value: QuantityValue) -> QuantityValue:
    if value.hedge in ("", "about", "range"):
        return value
    return value.model_copy(update={"low": value.number, "high": value.number, "hedge": ""})
