"""What a rule reads of several accounts: matches, gaps, claims and the story that holds them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, overload

from checker.models.language import Account, Argument, DateValue, NameValue, QuantityValue, QuoteValue, Value
from checker.models.pairing import Gap, Match, StatementRef
from checker.rules.pairs import pair_mentions
from checker.rules.places import Place
from checker.rules.statement_views import MentionView, StatementView, View
from checker.rules.text_views import DocumentView

if TYPE_CHECKING:
    from checker.rules.sentence_pairs import SentencePair

Pairs = tuple[tuple[MentionView[Value], MentionView[Value]], ...]


@dataclass(frozen=True, eq=False)
class MatchView(View):
    """Two statements of different accounts that are likely about the same thing."""

    story: "StoryView"
    model: Match
    left: StatementView
    right: StatementView

    @property
    def key(self) -> tuple[str | int, ...]:
        """Both statements."""
        return ("match", *self.left.key, *self.right.key)

    def __repr__(self) -> str:
        return f"<match {self.left!r} {self.right!r}>"

    def __iter__(self) -> Iterator[StatementView]:
        """``left, right = match``."""
        return iter((self.left, self.right))

    @property
    def similarity(self) -> float:
        """Cosine of the two statements' vectors."""
        return self.model.similarity

    @property
    def score(self) -> float:
        """The matcher's own estimate, 0-1, that both are about the same thing."""
        return self.model.score

    @property
    def mutual(self) -> bool:
        """Whether each is the other's best counterpart."""
        return self.model.mutual

    @cached_property
    def swapped(self) -> "MatchView":
        """The same match with its sides exchanged, for a rule that reads one side first."""
        return MatchView(self.story, self.model, self.right, self.left)

    @overload
    def same(
        self, kind: Literal["quantity"], *, unit: str | None = None, about: Collection[str] = ()
    ) -> tuple[tuple[MentionView[QuantityValue], MentionView[QuantityValue]], ...]: ...
    @overload
    def same(
        self, kind: Literal["date"], *, unit: str | None = None, about: Collection[str] = ()
    ) -> tuple[tuple[MentionView[DateValue], MentionView[DateValue]], ...]: ...
    @overload
    def same(
        self, kind: Literal["name"], *, unit: str | None = None, about: Collection[str] = ()
    ) -> tuple[tuple[MentionView[NameValue], MentionView[NameValue]], ...]: ...
    @overload
    def same(
        self, kind: Literal["quote"], *, unit: str | None = None, about: Collection[str] = ()
    ) -> tuple[tuple[MentionView[QuoteValue], MentionView[QuoteValue]], ...]: ...
    @overload
    def same(self, kind: str, *, unit: str | None = None, about: Collection[str] = ()) -> Pairs: ...
    def same(self, kind: str, *, unit: str | None = None, about: Collection[str] = ()) -> object:
        """Pairs of mentions, one of each side, that are of the same thing; each mention stands in one pair at
        most.

        Args:
            kind: ``quantity``, ``date``, ``name``, ``quote`` or a plugin's own kind.
            unit: quantities only: the canonical unit, or a word for what is counted or befell it (``death``).
            about: a pair is taken only if the predicate, the subject or what is counted is one of these
                lemmas on both sides.

        Quantities: the same unit and form, and nothing known of what is counted speaks against it. Dates: the
        same grain. Names: the same entity. Quotations: the same speaker. Equal values are paired first, so
        what is left over is what differs.
        """
        return pair_mentions(self.left, self.right, kind, unit=unit, about=frozenset(about))

    @cached_property
    def arguments(self) -> tuple[tuple[Argument, Argument], ...]:
        """The phrases of both statements that stand in the same role: subject with subject and so on."""
        right = {a.role: a for a in reversed(self.right.arguments)}
        seen: set[str] = set()
        pairs = []
        for argument in self.left.arguments:
            if argument.role in right and argument.role not in seen:
                seen.add(argument.role)
                pairs.append((argument, right[argument.role]))
        return tuple(pairs)


@dataclass(frozen=True, eq=False)
class GapView(View):
    """A statement of one account without a counterpart in another."""

    story: "StoryView"
    model: Gap
    statement: StatementView
    other: DocumentView
    nearest: StatementView | None

    @property
    def key(self) -> tuple[str | int, ...]:
        """The statement and the account that lacks it."""
        return ("gap", *self.statement.key, self.other.id)

    def __repr__(self) -> str:
        return f"<gap {self.statement!r} in {self.other.id}>"

    @property
    def place(self) -> Place:
        """Where the statement would stand in the other account."""
        return Place(self.other, self.model.place, self.model.place)

    @property
    def similarity(self) -> float:
        """Cosine to the nearest statement of the other account."""
        return self.model.similarity

    @property
    def missing(self) -> tuple[str, ...]:
        """Content lemmas and entity keys that no statement near it carries."""
        return self.model.missing


@dataclass(frozen=True, eq=False)
class ClaimView(View):
    """What accounts say of one thing: at most one statement an account, all tied by mutual matches."""

    story: "StoryView"
    statements: tuple[StatementView, ...]

    @property
    def key(self) -> tuple[str | int, ...]:
        """Every statement."""
        return ("claim", *(part for s in self.statements for part in s.key))

    def __repr__(self) -> str:
        return f"<claim {self.statements!r}>"

    @property
    def text(self) -> str:
        """The claim in the words of the first account that makes it."""
        return self.statements[0].text

    @cached_property
    def standing(self) -> Mapping[str, Literal["states", "absent"]]:
        """Document id -> whether it makes the claim; incomplete accounts that lack it are left out."""
        makers = {s.document.id for s in self.statements}
        return MappingProxyType(
            {
                d.id: "states" if d.id in makers else "absent"
                for d in self.story.documents
                if d.id in makers or d.complete
            }
        )

    @cached_property
    def independent(self) -> int:
        """How many accounts make it, copies of one text counted once."""
        return self.story.independent(s.document for s in self.statements)


@dataclass(frozen=True, eq=False)
class StoryView(View):
    """The accounts of one event with all matches, gaps and claims between them.

    ``copies`` holds groups of document ids that carry one wire text; ``draft`` is the id of the account that
    is checked against the others, empty among equals; ``outlets`` maps document ids to what to call them.
    Matches and gaps that name a document or statement outside ``accounts`` are a KeyError.
    """

    accounts: Sequence[Account]
    match_models: Sequence[Match] = ()
    gap_models: Sequence[Gap] = ()
    copies: Sequence[Collection[str]] = ()
    id: str = "story-1"
    title: str = ""
    draft: str = ""
    outlets: Mapping[str, str] = field(default_factory=dict)
    _by_id: dict[str, DocumentView] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        views = (DocumentView(a, self.outlets.get(a.document.id, "")) for a in self.accounts)
        object.__setattr__(self, "_by_id", {view.id: view for view in views})

    @property
    def key(self) -> tuple[str | int, ...]:
        """The story's id and its documents."""
        return ("story", self.id, *self._by_id)

    def __repr__(self) -> str:
        return f"<story {self.id} {list(self._by_id)}>"

    @cached_property
    def documents(self) -> tuple[DocumentView, ...]:
        """The accounts, in the order they were given."""
        return tuple(self._by_id.values())

    def document(self, id: str) -> DocumentView:
        """The account with that id; KeyError when it is not of this story."""
        return self._by_id[id]

    @cached_property
    def matches(self) -> tuple[MatchView, ...]:
        """Every match between two accounts, in the order of the texts."""
        views = (MatchView(self, m, self._at(m.left), self._at(m.right)) for m in self.match_models)
        return tuple(sorted(views, key=lambda v: (self._rank(v.left), self._rank(v.right))))

    @cached_property
    def sentence_pairs(self) -> "tuple[SentencePair, ...]":
        """Sentences of two accounts that a match connects, each pair with its word alignment."""
        from checker.rules.sentence_pairs import pair_sentences

        return pair_sentences(self)

    @cached_property
    def gaps(self) -> tuple[GapView, ...]:
        """Every gap, in the order of the texts."""
        views = (
            GapView(
                self,
                g,
                self._at(g.statement),
                self._by_id[g.other],
                self._at(g.nearest) if g.nearest else None,
            )
            for g in self.gap_models
        )
        return tuple(sorted(views, key=lambda v: (self._rank(v.statement), self._order[v.other.id])))

    @cached_property
    def _gaps_of(self) -> dict[StatementView, list[GapView]]:
        found: dict[StatementView, list[GapView]] = {}
        for gap in self.gaps:
            found.setdefault(gap.statement, []).append(gap)
        return found

    def gaps_of(self, statement: StatementView) -> tuple[GapView, ...]:
        """The gaps of a statement, one an account that lacks it."""
        return tuple(self._gaps_of.get(statement, ()))

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """Statements of all accounts grouped by what they claim; what nobody shares is a claim alone."""
        group: dict[StatementView, list[StatementView]] = {}
        lacking = {(gap.statement, gap.other.id) for gap in self.gaps}
        for match in sorted(self.matches, key=lambda m: -m.score):
            if not match.mutual:
                continue
            # alike, but the other account lacks it all the same: "China abstained", "the US abstained"
            if {(match.left, match.right.document.id), (match.right, match.left.document.id)} & lacking:
                continue
            left = group.setdefault(match.left, [match.left])
            right = group.setdefault(match.right, [match.right])
            # one statement an account: a group never grows by a second statement of a document it has
            if left is right or {s.document.id for s in left} & {s.document.id for s in right}:
                continue
            left.extend(right)
            for statement in right:
                group[statement] = left
        claims, seen = [], set()
        for statement in (s for d in self.documents for s in d.statements):
            members = group.setdefault(statement, [statement])
            if id(members) not in seen:
                seen.add(id(members))
                claims.append(ClaimView(self, tuple(sorted(members, key=self._rank))))
        return tuple(claims)

    @cached_property
    def _matches_of(self) -> dict[StatementView, list[MatchView]]:
        found: dict[StatementView, list[MatchView]] = {}
        for match in self.matches:
            found.setdefault(match.left, []).append(match)
            found.setdefault(match.right, []).append(match.swapped)
        return {s: sorted(m, key=lambda v: -v.score) for s, m in found.items()}

    def matches_of(self, statement: StatementView) -> tuple[MatchView, ...]:
        """The matches of a statement, best first, turned so that the statement is their ``left``."""
        return tuple(self._matches_of.get(statement, ()))

    def counterparts(self, statement: StatementView) -> tuple[StatementView, ...]:
        """The statements of other accounts that it matches, best first."""
        return tuple(m.right for m in self.matches_of(statement))

    def independent(self, documents: Iterable[DocumentView]) -> int:
        """How many of the accounts are not copies of each other."""
        group: dict[str, int | str] = {id: number for number, ids in enumerate(self.copies) for id in ids}
        return len({group.get(d.id, d.id) for d in documents})

    @cached_property
    def entity_counts(self) -> Mapping[str, int]:
        """Entity key -> how many accounts name it."""
        counts: dict[str, int] = {}
        for document in self.documents:
            for entity in sorted(document.entities):
                counts[entity] = counts.get(entity, 0) + 1
        return MappingProxyType(counts)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {id: number for number, id in enumerate(self._by_id)}

    def _rank(self, statement: StatementView) -> tuple[int, int]:
        return self._order[statement.document.id], statement.index

    def _at(self, ref: StatementRef) -> StatementView:
        return self._by_id[ref.document].statement(ref.statement)
