"""What a rule reads below the sentence: statements and mentions, each slicing its account exactly.

Views are light, frozen and made once an account; two views are equal when they show the same thing of the
same document. A rule never sees tensors, rows or offsets of a raw file.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, SupportsIndex, TypeVar, cast, overload

from checker.models.language import (
    Argument,
    DateValue,
    Mention,
    NameValue,
    QuantityValue,
    QuoteValue,
    Statement,
    Value,
)
from checker.models.text import Span
from checker.rules.sameness import say_the_same

if TYPE_CHECKING:
    from checker.rules.text_views import DocumentView, SentenceView

V = TypeVar("V", bound=Value, covariant=True)


class View:
    """The base of every view: compares and hashes by what it shows, not by where it lies in memory."""

    @property
    def key(self) -> tuple[str | int, ...]:
        """What identifies the view within a run."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


class Mentions(tuple["MentionView[V]", ...]):
    """Mentions of one kind, in the order of the text; ``==`` compares what they say, not where they stand.

    Equal are as many figures or dates of which each is compatible with one of the other side, the same
    entities named, the same words quoted. So ``assert left.numbers == right.numbers`` is a rule.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mentions):
            return NotImplemented
        return say_the_same(tuple(m.value for m in self), tuple(m.value for m in other))

    def __ne__(self, other: object) -> bool:
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    # what is compatible cannot have a hash in common
    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: SupportsIndex) -> "MentionView[V]": ...
    @overload
    def __getitem__(self, index: slice) -> "Mentions[V]": ...
    def __getitem__(self, index: SupportsIndex | slice) -> "MentionView[V] | Mentions[V]":
        """One mention, or some of them, which are compared by what they say as well."""
        return (
            Mentions(super().__getitem__(index)) if isinstance(index, slice) else super().__getitem__(index)
        )

    def __str__(self) -> str:
        return ", ".join(m.text for m in self) or "nothing"

    @property
    def texts(self) -> tuple[str, ...]:
        """The exact words of each."""
        return tuple(m.text for m in self)

    @property
    def values(self) -> tuple[V, ...]:
        """The value of each."""
        return tuple(m.value for m in self)


class WithMentions(View):
    """Whatever holds mentions: they can be had by kind, or all in the order of the text."""

    @property
    def mentions(self) -> "tuple[MentionView[Value], ...]":
        """Every mention inside, in the order of the text."""
        raise NotImplementedError

    def of_kind(self, kind: str) -> "Mentions[Value]":
        """The mentions of one kind: ``quantity``, ``date``, ``name``, ``quote`` or a plugin's own."""
        return Mentions(m for m in self.mentions if m.kind == kind)

    @cached_property
    def numbers(self) -> "Mentions[QuantityValue]":
        """The quantities, whose ``value`` is a QuantityValue."""
        return cast("Mentions[QuantityValue]", self.of_kind("quantity"))

    @cached_property
    def dates(self) -> "Mentions[DateValue]":
        """The dates and times, whose ``value`` is a DateValue."""
        return cast("Mentions[DateValue]", self.of_kind("date"))

    @cached_property
    def names(self) -> "Mentions[NameValue]":
        """The names (and what stands for them), whose ``value`` is a NameValue."""
        return cast("Mentions[NameValue]", self.of_kind("name"))

    @cached_property
    def quotes(self) -> "Mentions[QuoteValue]":
        """The quotations, whose ``value`` is a QuoteValue with speaker and exact words."""
        return cast("Mentions[QuoteValue]", self.of_kind("quote"))

    @cached_property
    def entities(self) -> frozenset[str]:
        """The entity keys of the names inside."""
        return frozenset(m.value.entity for m in self.names)


@dataclass(frozen=True, eq=False)
class StatementView(WithMentions):
    """One statement of a sentence, able to stand alone (``text``), with its exact place (``span``)."""

    document: "DocumentView"
    model: Statement

    @property
    def key(self) -> tuple[str | int, ...]:
        """Document and index."""
        return ("statement", self.document.id, self.index)

    def __repr__(self) -> str:
        return f"<statement {self.document.id}:{self.index} {self.text!r}>"

    def __str__(self) -> str:
        return self.text

    @property
    def index(self) -> int:
        """Which statement of the account, from 0."""
        return self.model.index

    @property
    def text(self) -> str:
        """Readable English with the subject put back; not a quotation of the account."""
        return self.model.text

    @property
    def exact(self) -> str:
        """The account's own words, as they stand."""
        return self.span.of(self.document.text)

    @property
    def span(self) -> Span:
        """The clause's exact place in the document's text."""
        return self.model.span

    @property
    def subject(self) -> str:
        """Head of the subject: a lemma, or the entity key of a name."""
        return self.model.subject

    @property
    def predicate(self) -> str:
        """Lemma of the main verb, or of the noun or adjective after a copula."""
        return self.model.predicate

    @property
    def predicate_span(self) -> Span | None:
        """Where the predicate's word stands."""
        return self.model.predicate_span

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The phrases in a role: subject, object, indirect, agent, complement, prep:<preposition>."""
        return self.model.arguments

    def argument(self, *roles: str) -> Argument | None:
        """The first argument in one of the roles."""
        return next((a for role in roles for a in self.arguments if a.role == role), None)

    @property
    def negated(self) -> bool:
        """Whether the statement says that something is not so."""
        return self.model.negated

    @property
    def modality(self) -> str:
        """Empty for a plain statement, else possible, necessary, intended, future, conditional or asked."""
        return self.model.modality

    @property
    def hedged(self) -> bool:
        """Whether the account keeps a distance from it (reportedly, about, seems)."""
        return self.model.hedged

    @property
    def tense(self) -> str:
        """Past, present, future or empty."""
        return self.model.tense

    @property
    def speaker(self) -> str:
        """Entity key or noun phrase of whoever said it; empty: told as fact."""
        return self.model.speaker

    @property
    def cue(self) -> str:
        """Lemma of the reporting verb; empty when told as fact."""
        return self.model.cue

    @property
    def passive(self) -> bool:
        """Whether the subject is what something was done to; who did it has the role ``agent``."""
        return self.model.passive

    @property
    def quoted(self) -> bool:
        """Whether it lies within quotation marks."""
        return self.model.quoted

    @property
    def form(self) -> str:
        """How it stands in its sentence: main, conjunct, subordinate, relative, participle, ..."""
        return self.model.form

    @cached_property
    def sentence(self) -> "SentenceView":
        """The sentence that makes the statement."""
        return self.document.sentence(self.model.sentence)

    @cached_property
    def mentions(self) -> "tuple[MentionView[Value], ...]":
        """Every mention inside the statement's span."""
        return tuple(m for m in self.sentence.mentions if self.span.contains(m.span))

    @property
    def previous(self) -> "StatementView | None":
        """The statement before it in the account."""
        return self.document._statement_by_index.get(self.index - 1)

    @property
    def next(self) -> "StatementView | None":
        """The statement after it in the account."""
        return self.document._statement_by_index.get(self.index + 1)


@dataclass(frozen=True, eq=False)
class MentionView(View, Generic[V]):
    """A place with a typed value: a quantity, date, name, quotation or what a plugin's annotator found."""

    document: "DocumentView"
    model: Mention

    @property
    def key(self) -> tuple[str | int, ...]:
        """Document, kind and place."""
        return ("mention", self.document.id, self.kind, self.span.start, self.span.end)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.document.id}:{self.span.start} {self.text!r}>"

    def __str__(self) -> str:
        return self.text

    @property
    def kind(self) -> str:
        """``quantity``, ``date``, ``name``, ``quote`` or a plugin's own kind."""
        return self.model.kind

    @property
    def text(self) -> str:
        """The exact words."""
        return self.model.text

    @property
    def span(self) -> Span:
        """The exact place in the document's text."""
        return self.model.span

    @property
    def value(self) -> V:
        """What the words mean: compare values, never words."""
        return cast(V, self.model.value)

    @cached_property
    def sentence(self) -> "SentenceView":
        """The sentence it stands in."""
        return self.document.sentence(self.model.sentence)

    @cached_property
    def statement(self) -> StatementView | None:
        """The smallest statement around it, if any."""
        around = [s for s in self.sentence.statements if s.span.contains(self.span)]
        return min(around, key=lambda s: (len(s.span), s.index), default=None)
