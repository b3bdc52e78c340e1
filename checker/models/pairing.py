"""How statements of two accounts belong together: matches, gaps, judgements."""

from pydantic import Field

from checker.models.base import Frozen


class StatementRef(Frozen):
    """The address of a statement: document id and the statement's index in that document."""

    document: str
    statement: int


class Match(Frozen):
    """Two statements of different accounts that are likely about the same thing.

    ``similarity`` is the cosine of the statements' embeddings, ``score`` the matcher's own 0-1 estimate from
    vectors, names, predicates and words together. ``mutual``: each is the other's best counterpart.
    """

    left: StatementRef
    right: StatementRef
    similarity: float
    score: float = Field(ge=0, le=1)
    mutual: bool = False


class Gap(Frozen):
    """A statement of one account without a counterpart in another.

    ``place`` is the code point in the other document where it would stand. ``nearest`` is the statement of the
    other account that comes closest, ``similarity`` its cosine; ``missing`` the content lemmas and entity keys of
    the statement that no statement of the other account near it carries.
    """

    statement: StatementRef
    other: str
    place: int
    nearest: StatementRef | None = None
    similarity: float = 0.0
    missing: tuple[str, ...] = ()


class Judgement(Frozen):
    """The inference model's probabilities for one (premise, hypothesis) pair; the three sum to 1."""

    contradiction: float = Field(ge=0, le=1)
    entailment: float = Field(ge=0, le=1)
    neutral: float = Field(ge=0, le=1)


# what is answered of a pair that the model cannot read: neutral, barely
NO_OPINION = Judgement(contradiction=0.25, entailment=0.25, neutral=0.5)
