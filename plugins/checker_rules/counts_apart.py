"""What tells that two figures are of two things: one more and all, up and down, a group and everybody, half-time."""

from checker.models.language import Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair
from checker.synonyms import canonical as synonym
from checker_rules.events import doer, other_doer, statement_match
from checker_rules.figures import Quantity, ranked
from checker_rules.parts import add_up
from checker_rules.slots import governors, head_index, slot

_MORE = frozenset("another additional further extra remaining other rest".split())
_MORE_AFTER = frozenset("more less fewer other additional further extra".split())
_UP = frozenset("rise climb gain grow increase jump surge soar advance high up add rally rebound".split())
_DOWN = frozenset(
    "fall drop decline lose plunge tumble slump sink low lower down decrease shrink shed plummet dip".split()
)
# parts of those who are asked: a figure of one part is not that of all
_GROUPS = frozenset(
    "man woman male female white black latino hispanic asian independent young old senior evangelical catholic "
    "protestant college graduate household suburban rural urban likely registered moderate conservative liberal "
    "millennial age aged".split()
)
_INTERIM = frozenset(
    "half-time halftime half quarter quarter-time interval break period set lead trail ahead behind".split()
)
_IN = frozenset({"in", "across", "throughout"})
# areas by their kind; adverbs for the whole of one
_KINDS = frozenset(
    "state province country nation county city town district region world area metropolis".split()
)
_WIDE = {
    "statewide": "state",
    "nationwide": "nation",
    "nationally": "nation",
    "countrywide": "country",
    "citywide": "city",
    "worldwide": "world",
    "globally": "world",
}
# lines of the books: what stands in one is not what stands in another
_ACCOUNTS = frozenset(
    "sale revenue turnover profit loss income earning debt budget deficit surplus fine bonus dividend salary "
    "loan donation grant investment export import asset".split()
)
_LIKE = 0.6
# tallies of one body add up to about one number
_BODIES = 1.3
_SHARES = ("percent", "fraction")


def counts_apart(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether something beside the two figures sets what they count apart."""
    left, right = pair.left_words, pair.right_words
    if _more(left, a) != _more(right, b) or _opposed(pair, a, b) or _other_area(pair, a, b):
        return True
    if add_up(pair, a, b):
        return True
    if _other_account(pair, a, b):
        return True
    if _of_shares(a) and _of_shares(b) and _groups(left) != _groups(right):
        return True
    if a.value.parts and b.value.parts:
        return _other_tally(pair, a, b)
    return a.value.form == b.value.form == "ordinal" and not ranked(a, b) and _other_rank(pair, a, b)


def _more(words: tuple[Word, ...], figure: Quantity) -> bool:
    """Whether the figure is of what comes on top: "another $300 billion", "12 more"."""
    before = [w for w in words if w.span.end <= figure.span.start][-2:]
    after = [w for w in words if w.span.start >= figure.span.end][:1]
    inside = [w for w in words if w.span.overlaps(figure.span)]
    return any(w.lemma.lower() in _MORE for w in (*before, *inside)) or any(
        w.text.lower() in _MORE_AFTER for w in after
    )


def _opposed(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    one, other = (_direction(words, f) for words, f in ((pair.left_words, a), (pair.right_words, b)))
    return one * other < 0


def _direction(words: tuple[Word, ...], figure: Quantity) -> int:
    """1 up, -1 down, 0 neither, by the words that govern the figure: "closed 12 points higher", "fell 12 points"."""
    above = {*list(governors(words, figure.span))[:3]}
    return bool(above & _UP) - bool(above & _DOWN)


def _other_area(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether one figure is of a town and the other of the province: one area has a name, the other only its kind."""
    one, other = _areas(pair.left_words, a), _areas(pair.right_words, b)
    if not one or not other:
        return False
    return (one <= _KINDS and not other & _KINDS) or (other <= _KINDS and not one & _KINDS)


def _other_account(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether two sums are of two things, each named before its own: sales of 900 million, a profit of 40 million."""
    one, other = _sum_of(pair.left_words, a), _sum_of(pair.right_words, b)
    return {one, other} <= _ACCOUNTS and synonym(one) != synonym(other)


def _sum_of(words: tuple[Word, ...], figure: Quantity) -> str:
    """The noun that a sum stands under by "of"; empty where there is none."""
    at = next((i for i, w in enumerate(words) if figure.span.overlaps(w.span)), -1)
    # "900 million crowns": up to what is counted
    for _ in range(3):
        if at < 0 or words[at].dep not in ("nummod", "compound", "quantmod"):
            break
        at = head_index(words, at) if 0 <= head_index(words, at) < len(words) else -1
    if at < 0 or words[at].dep != "pobj":
        return ""
    above = head_index(words, at)
    noun = head_index(words, above) if 0 <= above < len(words) and words[above].lemma == "of" else -1
    return spelling(words[noun].lemma) if 0 <= noun < len(words) and words[noun].pos == "NOUN" else ""


def _areas(words: tuple[Word, ...], figure: Quantity) -> frozenset[str]:
    """Where the figure holds, by its clause: the names and kinds of areas under "in" and "across", and "statewide"."""
    told = figure.statement.span if figure.statement is not None else figure.sentence.span
    inside = [(i, w) for i, w in enumerate(words) if told.contains(w.span)]
    found = {_WIDE[w.text.lower()] for _, w in inside if w.text.lower() in _WIDE}
    for i, word in inside:
        above = head_index(words, i)
        if word.dep == "pobj" and 0 <= above < len(words) and words[above].lemma.lower() in _IN:
            if any(d.span.overlaps(word.span) for d in figure.sentence.dates):
                continue
            lemma = spelling(word.lemma)
            found |= {lemma} if word.pos == "PROPN" or lemma in _KINDS else set()
    return frozenset(found)


def _of_shares(figure: Quantity) -> bool:
    return (
        figure.value.form in _SHARES
        or figure.value.unit == "percentage point"
        or figure.value.counted == "point"
    )


def _groups(words: tuple[Word, ...]) -> frozenset[str]:
    # the White House is no part of those who were asked
    return frozenset(spelling(w.lemma) for w in words if w.pos != "PROPN" and spelling(w.lemma) in _GROUPS)


def _other_tally(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether two scores or tallies are of two moments or of two bodies: 1-0 at half-time, 69-26 in the other house."""
    sums = sorted(sum(q.value.parts) for q in (a, b))
    if sums[0] >= 20 and sums[1] > _BODIES * sums[0]:
        return True
    interim = [
        any(w.lemma.lower() in _INTERIM for w in words) for words in (pair.left_words, pair.right_words)
    ]
    return interim[0] != interim[1]


def _other_rank(pair: SentencePair, a: Quantity, b: Quantity) -> bool:
    """Whether the two may well be ranks of two members of a row, or in two rows.

    A second test of the year may be the fifth in all, the fourth to face a trial the third to be tried.
    """
    if other_doer(a, b) or _row(pair.left_words, a) != _row(pair.right_words, b):
        return True
    return (
        statement_match(pair, a.span, b.span) < _LIKE
        and slot(pair, a.span, b.span) < _LIKE
        and doer(a) != doer(b)
    )


def _row(words: tuple[Word, ...], figure: Quantity) -> frozenset[str]:
    """What says which row a rank is in: "of the year", "since 2011", "to be tried"."""
    after = [w for w in words if w.span.start >= figure.span.end]
    noun = next(
        (
            n
            for n, w in enumerate(after)
            if w.pos == "NOUN" and spelling(w.lemma) == spelling(figure.value.counted)
        ),
        -1,
    )
    rest = after[noun + 1 : noun + 5]
    if not rest or rest[0].text.lower() not in ("of", "since", "to", "this", "in"):
        return frozenset()
    return frozenset(w.lemma.lower() for w in rest if w.pos in ("NOUN", "VERB", "PROPN", "NUM"))
