"""What a rule reads of one account: the document and its sentences (below them: statement_views)."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from checker.models.language import Account, NameValue, Value
from checker.models.text import BlockKind, Sentence, Span
from checker.rules.statement_views import MentionView, StatementView, WithMentions


@dataclass(frozen=True, eq=False)
class DocumentView(WithMentions):
    """One account: its text, its sentences and all that was found in them."""

    account: Account
    outlet: str = ""

    @property
    def key(self) -> tuple[str | int, ...]:
        """The document's id."""
        return ("document", self.id)

    def __repr__(self) -> str:
        return f"<document {self.id}>"

    @property
    def id(self) -> str:
        """The document's id within the run."""
        return self.account.document.id

    @property
    def source(self) -> str:
        """The id of the source that published it."""
        return self.account.document.source

    @property
    def name(self) -> str:
        """What to call the account in a sentence: its outlet's name, or its id."""
        return self.outlet or self.account.document.source or self.id

    @property
    def title(self) -> str:
        """The headline, empty when there is none."""
        return self.account.document.title

    @property
    def text(self) -> str:
        """The whole text; every span counts its code points."""
        return self.account.document.text

    @property
    def published(self) -> str:
        """ISO 8601 date, empty when it is not known."""
        return self.account.document.published

    @property
    def complete(self) -> bool:
        """False for a headline or a teaser alone: nothing can be said to be missing from it."""
        return self.account.document.complete

    @cached_property
    def sentences(self) -> "tuple[SentenceView, ...]":
        """The sentences that take part in comparisons, in order."""
        return tuple(SentenceView(self, s) for s in self.account.sentences)

    @cached_property
    def statements(self) -> tuple[StatementView, ...]:
        """The statements of all sentences, in order."""
        return tuple(StatementView(self, s) for s in self.account.statements)

    @cached_property
    def mentions(self) -> tuple[MentionView[Value], ...]:
        """Every mention, in the order of the text."""
        ordered = sorted(self.account.mentions, key=lambda m: (m.span.start, m.span.end, m.kind))
        return tuple(MentionView(self, m) for m in ordered)

    @cached_property
    def _sentence_by_index(self) -> "dict[int, SentenceView]":
        return {s.index: s for s in self.sentences}

    @cached_property
    def _statement_by_index(self) -> dict[int, StatementView]:
        return {s.index: s for s in self.statements}

    @cached_property
    def _mentions_by_sentence(self) -> dict[int, list[MentionView[Value]]]:
        found: dict[int, list[MentionView[Value]]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.model.sentence].append(mention)
        return found

    @cached_property
    def _statements_by_sentence(self) -> dict[int, list[StatementView]]:
        found: dict[int, list[StatementView]] = defaultdict(list)
        for statement in self.statements:
            found[statement.model.sentence].append(statement)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    @cached_property
    def _names_by_entity(self) -> "dict[str, list[MentionView[NameValue]]]":
        found: dict[str, list[MentionView[NameValue]]] = defaultdict(list)
        for mention in self.names:
            if not mention.value.pronoun:
                found[mention.value.entity].append(mention)
        return found

    def named(self, entity: str) -> "tuple[MentionView[NameValue], ...]":
        """Where the account names an entity, pronouns and descriptions left out."""
        return tuple(self._names_by_entity.get(entity, ()))

    def statement(self, index: int) -> StatementView:
        """The statement with that index; KeyError when there is none."""
        return self._statement_by_index[index]

    def sentence(self, index: int) -> "SentenceView":
        """The sentence with that index; KeyError when there is none."""
        return self._sentence_by_index[index]

    def enclosing(self, span: Span) -> Span:
        """The stretch from the start of the first to the end of the last sentence that ``span`` touches.

        The span itself where no sentence lies (furniture, a place between sentences).
        """
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or last < 0:
            return span
        start, end = self.sentences[first].span, self.sentences[last].span
        if not start.start <= span.start <= start.end or span.end > end.end:
            return span
        return Span(start=start.start, end=end.end)


@dataclass(frozen=True, eq=False)
class SentenceView(WithMentions):
    """One sentence of an account, quotations whole inside it."""

    document: DocumentView
    model: Sentence

    @property
    def key(self) -> tuple[str | int, ...]:
        """Document and index."""
        return ("sentence", self.document.id, self.index)

    def __repr__(self) -> str:
        return f"<sentence {self.document.id}:{self.index} {self.text!r}>"

    def __str__(self) -> str:
        return self.text

    @property
    def index(self) -> int:
        """Which sentence of the account, from 0."""
        return self.model.index

    @property
    def text(self) -> str:
        """The exact words."""
        return self.model.text

    @property
    def span(self) -> Span:
        """The exact place in the document's text."""
        return self.model.span

    @property
    def kind(self) -> BlockKind:
        """The kind of block it stands in: ``headline``, ``paragraph``, ``bullet``, ..."""
        return self.model.kind

    @cached_property
    def mentions(self) -> tuple[MentionView[Value], ...]:
        """Every mention in the sentence."""
        return tuple(self.document._mentions_by_sentence.get(self.index, ()))

    @cached_property
    def statements(self) -> tuple[StatementView, ...]:
        """The statements the sentence makes."""
        return tuple(self.document._statements_by_sentence.get(self.index, ()))

    @property
    def previous(self) -> "SentenceView | None":
        """The sentence before it in the account."""
        return self.document._sentence_by_index.get(self.index - 1)

    @property
    def next(self) -> "SentenceView | None":
        """The sentence after it in the account."""
        return self.document._sentence_by_index.get(self.index + 1)
