"""What a statement is about, as sets that can be compared: names, content words, predicate, wording."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.models.language import Account, DateValue, NameValue, QuantityValue, Word
from checker.models.text import Span
from checker.synonyms import canonical

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
# lemmas that say nothing about what a statement tells; language, not topics
EMPTY = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "tell",
        "add",
        "state",
        "note",
        "go",
        "come",
        "get",
        "make",
        "take",
        "give",
        "put",
        "let",
        "see",
        "choose",
        "decide",
        "begin",
        "start",
        "continue",
        "try",
        "seem",
        "appear",
        "other",
        "such",
        "own",
        "same",
        "many",
        "more",
        "most",
        "much",
        "several",
        "various",
        "thing",
        "way",
        "time",
        "one",
        "year",
        "day",
        "week",
        "month",
        "today",
        "yesterday",
        "tomorrow",
        "mr",
        "mrs",
        "ms",
    }
)
_SUFFIXES = (
    "ational",
    "ation",
    "ition",
    "ment",
    "ness",
    "ing",
    "ive",
    "ion",
    "ed",
    "er",
    "or",
    "ly",
    "al",
    "s",
    "e",
)


@dataclass(frozen=True)
class Features:
    """What one statement is about.

    ``subject`` is the entity key of who acts, if that is a name, ``actor`` the stem of the noun that stands for who
    acts, if not, and ``offices`` the stems of the titles before a name; ``tokens`` are the words in order.
    """

    index: int
    sentence: int
    names: frozenset[str]
    content: frozenset[str]
    subject: str
    predicate: str
    tokens: tuple[str, ...]
    figures: tuple[QuantityValue | DateValue, ...] = ()
    actor: str = ""
    offices: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """All that a counterpart should carry; entity keys are marked so that they never equal a word."""
        return self.content | {f"@{name}" for name in self.names}


class Rarity:
    """How much a key tells, by the number of the story's sentences that have it (idf, above 0)."""

    def __init__(self, features: Iterable[Features]) -> None:
        sentences: dict[tuple[int, int], set[str]] = {}
        account, last = 0, -1
        for f in features:
            # sentence numbers begin again with every account
            account += f.index == 0
            last = f.sentence
            sentences.setdefault((account, last), set()).update(f.keys)
        self._count = Counter(key for keys in sentences.values() for key in keys)
        self._total = max(1, len(sentences))

    def of(self, key: str) -> float:
        """The weight of one key."""
        return math.log(1 + self._total / self._count.get(key, 1))

    def sum(self, keys: Iterable[str]) -> float:
        """The weight of several, summed in a fixed order: the last digit does not depend on hashing."""
        return math.fsum(self.of(key) for key in sorted(keys))


def stem(lemma: str) -> str:
    """A rough stem that brings a verb and its noun together (negotiate, negotiation; organise, organize)."""
    word = lemma.lower().replace("z", "s").replace("our", "or")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word.removesuffix(suffix)
            break
    word = word.removesuffix("at") if len(word) > 6 else word
    return word.removesuffix("e") if len(word) > 4 else word


def features_of(account: Account) -> list[Features]:
    """The features of every statement of an account, in order."""
    # by sentence, because a statement lies in one, and a long account has thousands of words
    named: dict[int, list[tuple[Span, NameValue, str]]] = defaultdict(list)
    counted: dict[int, list[tuple[Span, QuantityValue | DateValue]]] = defaultdict(list)
    spoken: dict[int, list[Word]] = defaultdict(list)
    for m in account.mentions:
        if isinstance(m.value, NameValue) and m.value.entity:
            named[m.sentence].append((m.span, m.value, m.text))
        elif isinstance(m.value, QuantityValue | DateValue):
            counted[m.sentence].append((m.span, m.value))
    for word in account.words:
        spoken[word.sentence].append(word)
    entities = {value.entity for names in named.values() for _, value, _ in names}
    out = []
    for statement in account.statements:
        span, names = statement.span, named[statement.sentence]
        content = spoken[statement.sentence] if account.words else None
        tokens = words(statement.text)
        said = set(tokens)
        # a pronoun is often replaced in the statement's text
        inside = {
            value.entity
            for place, value, shown in names
            if span.contains(place) and (value.pronoun or not said.isdisjoint(words(shown)))
        }
        heads = {a.role: a.head for a in statement.arguments if a.head in entities}
        inside.update(heads.values())
        actors = {a.role: a.head for a in statement.arguments if a.role in ("subject", "agent")}
        actor = actors.get("subject", actors.get("agent", ""))
        spans = [place for place, _, _ in names if span.overlaps(place)]
        out.append(
            Features(
                index=statement.index,
                sentence=statement.sentence,
                names=frozenset(inside),
                content=frozenset(_content(content, span, spans, said)),
                subject=heads.get("subject", heads.get("agent", "")),
                predicate=stem(canonical(statement.predicate.split("_")[0])),
                tokens=tuple(tokens),
                figures=tuple(v for place, v in counted[statement.sentence] if span.contains(place)),
                actor="" if actor in entities else stem(canonical(actor)),
                offices=frozenset(
                    stem(canonical(word))
                    for place, value, _ in names
                    if span.contains(place)
                    for title in value.titles
                    for word in words(title)
                ),
            )
        )
    return out


@dataclass(frozen=True)
class Carried:
    """All that one sentence carries, frames of reported speech included: who said it is said as well."""

    keys: frozenset[str]
    figures: tuple[QuantityValue | DateValue, ...]


def carried_by(account: Account, features: Sequence[Features]) -> dict[int, Carried]:
    """Sentence number -> what the whole sentence carries; more than its statements' features together."""
    keys: dict[int, set[str]] = {s.index: set() for s in account.sentences}
    figures: dict[int, list[QuantityValue | DateValue]] = {s.index: [] for s in account.sentences}
    for f in features:
        keys[f.sentence] |= f.keys
    for word in account.words:
        if word.pos in CONTENT:
            keys[word.sentence].add(stem(canonical(word.lemma)))
    for mention in account.mentions:
        if isinstance(mention.value, NameValue) and mention.value.entity:
            keys[mention.sentence].add(f"@{mention.value.entity}")
        elif isinstance(mention.value, QuantityValue | DateValue):
            figures[mention.sentence].append(mention.value)
    return {n: Carried(frozenset(keys[n]), tuple(figures[n])) for n in keys}


def words(text: str) -> list[str]:
    """The words of a text, lower case, typographic apostrophes made plain."""
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def _content(
    sentence: Sequence[Word] | None, span: Span, names: Sequence[Span], said: set[str]
) -> Iterable[str]:
    """Stems of the content words that are not part of a name; without a parse, of all longer words.

    A clause's span may hold other statements (a relative clause, an apposition) that its text leaves out.
    """
    if sentence is None:
        return (stem(w) for w in said if len(w) > 3 and w not in EMPTY and not w.isdigit())
    return (
        stem(canonical(word.lemma))
        for word in sentence
        if word.pos in CONTENT
        and span.contains(word.span)
        and said.issuperset(words(word.text))
        and word.lemma not in EMPTY
        and len(word.lemma) > 1
        and not any(name.contains(word.span) for name in names)
    )
