"""One party's stance in a vote, or the outcome for it."""

from dataclasses import dataclass

from checker.models.text import Span
from checker.rules.vocabulary import StatementView


@dataclass(frozen=True)
class Stance:
    """One party's stance, or the outcome for it: ``row`` says on which scale, ``stance`` where on it.

    ``about`` is the head noun of what was decided, ``marks`` the words that tell it from others of its kind, ``body``
    who decided, ``rival`` the other side; ``content`` the nouns of all that is said of what was decided, ``owners``
    whose appeal or request it was.
    """

    statement: StatementView
    party: str
    row: str
    stance: str
    place: Span
    about: str = ""
    marks: frozenset[str] = frozenset()
    body: str = ""
    rival: str = ""
    named: bool = False
    content: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
