"""A story of a few short texts, matched by their words: no embedding model is loaded."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from checker.errors import PluginError
from checker.models.language import Account, Statement
from checker.models.pairing import Gap, Match, StatementRef
from checker.rules.story_views import StoryView

if TYPE_CHECKING:
    from checker.protocols import Annotator

_WORD = re.compile(r"\w+")
# too short to tell one statement from another
_SHORT = 3
_ALIKE = 0.3


def story_of(texts: Mapping[str, str], annotators: "tuple[Annotator, ...]" = ()) -> StoryView:
    """The story that these accounts tell, by name; every paragraph counts as news.

    ``annotators`` look at each account after the built-in ones.

    Statements of two accounts are matched one to one, those with the most words in common first. The first
    statements are matched even without any, because the texts of a case are about one thing. A statement that
    shares less than three tenths of its words with every one of another account is a gap there.
    """
    accounts = [_account(name, text, annotators) for name, text in texts.items()]
    matches: list[Match] = []
    gaps: list[Gap] = []
    for left, right in combinations(accounts, 2):
        pairs = _pairs(left, right)
        matches += [_match(left, a, right, b, score) for score, a, b in pairs]
        matched = {(a, b): score for score, a, b in pairs}
        gaps += _gaps(left, right, {a: (b, s) for (a, b), s in matched.items()})
        gaps += _gaps(right, left, {b: (a, s) for (a, b), s in matched.items()})
    return StoryView(tuple(accounts), tuple(matches), tuple(gaps))


def guarded(annotator: "Annotator") -> "Annotator":
    """The annotator as a check runs it; what it does wrong is a PluginError here, so that its test fails."""
    from checker.plugin_guard import Guard
    from checker.plugin_parts import GuardedAnnotator

    def failed(error: str) -> None:
        raise PluginError(error)

    return GuardedAnnotator(Guard("the plugin under test", failed), annotator)


@lru_cache(maxsize=2048)
def _account(name: str, text: str, annotators: "tuple[Annotator, ...]") -> Account:
    from checker.pipeline.stages import account_of_text

    return account_of_text(text, id=name, annotators=annotators)


def _pairs(left: Account, right: Account) -> list[tuple[float, int, int]]:
    scored = sorted(
        ((_overlap(a, b), a.index, b.index) for a in left.statements for b in right.statements),
        key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]),
    )
    pairs: list[tuple[float, int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for score, a, b in scored:
        if (score > 0 or not pairs) and a not in used_left and b not in used_right:
            pairs.append((score, a, b))
            used_left.add(a)
            used_right.add(b)
    return pairs


def _match(left: Account, a: int, right: Account, b: int, score: float) -> Match:
    return Match(left=_ref(left, a), right=_ref(right, b), similarity=score, score=score, mutual=True)


def _gaps(account: Account, other: Account, matched: Mapping[int, tuple[int, float]]) -> list[Gap]:
    gaps = []
    for statement in account.statements:
        nearest, score = matched.get(statement.index, (None, 0.0))
        if score >= _ALIKE or any(_overlap(statement, s) >= _ALIKE for s in other.statements):
            continue
        here = set().union(*(_words(s) for s in other.statements)) if other.statements else set()
        gaps.append(
            Gap(
                statement=_ref(account, statement.index),
                other=other.document.id,
                place=_place(statement, other, matched),
                nearest=None if nearest is None else _ref(other, nearest),
                similarity=score,
                missing=tuple(sorted(_words(statement) - here)),
            )
        )
    return gaps


def _place(statement: Statement, other: Account, matched: Mapping[int, tuple[int, float]]) -> int:
    """After the sentence whose counterpart stands before the statement; else before the first sentence."""
    sentences = {s.index: s for s in other.sentences}
    before: Sequence[int] = [matched[i][0] for i in range(statement.index) if i in matched]
    if not before:
        return other.sentences[0].span.start if other.sentences else 0
    last = next(s for s in other.statements if s.index == before[-1])
    return sentences[last.sentence].span.end


def _ref(account: Account, index: int) -> StatementRef:
    return StatementRef(document=account.document.id, statement=index)


def _overlap(a: Statement, b: Statement) -> float:
    """Share of words in common (Jaccard), by their first five letters, so that forms of a word meet."""
    left, right = _words(a), _words(b)
    return len(left & right) / len(left | right) if left | right else 0.0


@lru_cache(maxsize=4096)
def _words(statement: Statement) -> frozenset[str]:
    return frozenset(
        w[:5] for w in _WORD.findall(statement.text.casefold()) if len(w) > _SHORT or w.isdigit()
    )
