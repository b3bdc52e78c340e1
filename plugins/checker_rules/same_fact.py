"""What speaks for two places of two accounts telling one fact, whatever value stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.models.language import Value, Word
from checker.models.text import Span
from checker.rules.sentence_pairs import SentencePair
from checker.rules.vocabulary import MentionView, SentenceView, StatementView
from checker_rules.events import (
    aside,
    both_open,
    doer,
    other_doer,
    parted,
    shared_governor,
    statement_match,
    teller,
)
from checker_rules.slots import head_index, slot
from checker_rules.surroundings import Surroundings, root

_AUXILIARY = frozenset({"be", "have", "do"})
# so many words in a row make two quotations one, wherever they were cut
_RUN = 4
_VERBS = 3
_FIRM = 0.5
# whoever these stand for was not found out
_OPEN = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_HEAVY, _HEAVY_NEAR = 20.0, 10.0


@dataclass(frozen=True)
class Setting:
    """What surrounds a mention: the keys of its sentence, of its clause and near it, and what belongs to itself."""

    all: frozenset[str]
    clause: frozenset[str]
    near: frozenset[str]
    nouns: frozenset[str]


def setting_of(
    around: Surroundings, mention: MentionView[Value], inside: Sequence[Span], nouns: frozenset[str]
) -> Setting:
    """The setting of a mention; ``inside`` are the spans of the figure and what it counts, ``nouns`` the latter."""
    statement = mention.statement
    clause = around.within(mention.sentence, statement.span, inside) if statement else frozenset()
    return Setting(around.of(mention.sentence, inside), clause, around.near(mention, inside), nouns)


def shared_evidence(
    around: Surroundings,
    pair: SentencePair,
    a: MentionView[Value],
    b: MentionView[Value],
    one: Setting,
    other: Setting,
) -> dict[str, float]:
    """Evidence that two mentions in these settings are of one fact, by name; what is not there is 0."""
    left, right = a.sentence, b.sentence
    besides = one.nouns | other.nouns
    verbs_left, verbs_right = verbs_above(pair.left_words, a.span), verbs_above(pair.right_words, b.span)
    one_doer = doer(a) == doer(b) != ""
    governor = shared_governor(pair, a.span, b.span, besides)
    return {
        "words": min(around.weight(one.all & other.all), _HEAVY) / 10,
        "words share": around.share(one.all, other.all),
        "words likeness": around.likeness(one.all, other.all),
        "near": min(around.weight(one.near & other.near), _HEAVY_NEAR) / 5,
        "near share": around.share(one.near, other.near),
        "near likeness": around.likeness(one.near, other.near),
        "near in all": (_part(around, one.near, other.all) + _part(around, other.near, one.all)) / 2,
        "clause share": around.share(one.clause, other.clause),
        "clause likeness": around.likeness(one.clause, other.clause),
        "matched": float(bool(pair.matches)),
        "score": pair.score,
        "best": float(pair.best),
        "told": statement_match(pair, a.span, b.span),
        "slot": slot(pair, a.span, b.span, besides),
        "governor": float(governor is True),
        "other governor": float(governor is False),
        "verb": float(bool(verbs_left and verbs_right) and verbs_left[0] == verbs_right[0]),
        "verbs": float(bool({*verbs_left[:_VERBS]} & {*verbs_right[:_VERBS]})),
        "doer": float(one_doer),
        "deed": float(one_doer and governor is True),
        "other doer": float(other_doer(a, b)),
        "doer named": float(bool({doer(a), doer(b)} & left.entities & right.entities)),
        "names": len(left.entities & right.entities) / max(1, min(len(left.entities), len(right.entities))),
        "quotation": float(one_quotation(left, right)),
        "parted": float(parted(pair, a.span, b.span, besides)),
        "aside": float(aside(pair, a.span, b.span)),
        "both open": float(both_open(pair)),
        "apart": abs(_depth(left) - _depth(right)),
        "modality": float(_of(a, "modality") != _of(b, "modality")),
        "tense": float(_of(a, "tense") != _of(b, "tense")),
        "other teller": float(bool(teller(a) and teller(b)) and teller(a) != teller(b)),
        "role": float(_role(pair.left_words, a.span)[0] == _role(pair.right_words, b.span)[0]),
        "other preposition": float(_other_preposition(pair, a.span, b.span)),
        "places": float(_other_places(left, right)),
    }


def same_deed(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether both mentions surely belong to one deed: its own verb is one, and who does it is not left open."""
    if one_quotation(a.sentence, b.sentence) or slot(pair, a.span, b.span) >= _FIRM:
        return True
    one, other = doer(a), doer(b)
    if one != other and _OPEN & {one, other}:
        return False
    return verbs_above(pair.left_words, a.span)[:1] == verbs_above(pair.right_words, b.span)[:1]


def _part(around: Surroundings, some: frozenset[str], whole: frozenset[str]) -> float:
    weight = around.weight(some)
    return around.weight(some & whole) / weight if weight > 0 else 0.0


def verbs_above(words: Sequence[Word], span: Span) -> list[str]:
    """Roots of the full verbs above a place, nearest first."""
    found: list[str] = []
    i = next((n for n, w in enumerate(words) if span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        word = words[i]
        if word.pos in ("VERB", "AUX") and not span.overlaps(word.span) and word.lemma not in _AUXILIARY:
            found.append(root(word.lemma))
        i = head_index(words, i)
    return found


def one_quotation(left: SentenceView, right: SentenceView) -> bool:
    """Whether both sentences quote the same words, so that both tell of one moment."""
    one, other = _runs(left), _runs(right)
    return len(one & other) >= max(2, min(len(one), len(other)) / 2)


def _runs(sentence: SentenceView) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for quote in sentence.quotes:
        if quote.value.direct:
            words = re.findall(r"[a-z0-9']+", quote.value.exact.lower().replace("’", "'"))
            runs |= {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    return runs


def _depth(sentence: SentenceView) -> float:
    """How far down its account a sentence stands, 0-1."""
    return sentence.index / max(1, len(sentence.document.sentences))


def _of(mention: MentionView[Value], what: str) -> str:
    statement: StatementView | None = mention.statement
    return str(getattr(statement, what)) if statement is not None else ""


def _role(words: Sequence[Word], span: Span) -> tuple[str, str]:
    """The grammatical role of a place and, where a preposition governs it, that preposition."""
    inside = [n for n, w in enumerate(words) if span.overlaps(w.span)]
    for i in inside:
        head = head_index(words, i)
        if head not in inside and 0 <= head < len(words):
            return words[i].dep, words[head].lemma.lower() if words[head].pos in ("ADP", "SCONJ") else ""
    return "", ""


# on a day, at an hour, in a month: the size of the time chooses between them
_WHEN = frozenset({"on", "in", "at", "by", "during"})


def _other_preposition(pair: SentencePair, left: Span, right: Span) -> bool:
    one, other = _role(pair.left_words, left)[1], _role(pair.right_words, right)[1]
    return bool(one and other) and one != other and not {one, other} <= _WHEN


def _other_places(left: SentenceView, right: SentenceView) -> bool:
    """Whether the sentences name places, and none in common."""
    one, other = ({n.value.entity for n in s.names if n.value.kind == "place"} for s in (left, right))
    return bool(one and other) and not one & other
