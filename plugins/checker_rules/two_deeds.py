"""What tells that two places of a story are of two deeds, or of a plan and what came of it, not of one told twice."""

from collections.abc import Sequence
from itertools import pairwise

from checker.models.language import Value, Word
from checker.rules.alignment import spelling
from checker.rules.sentence_pairs import SentencePair, sentence_words
from checker.rules.vocabulary import MentionView
from checker_rules.events import doer
from checker_rules.slots import head_index
from checker_rules.surroundings import root

_AGAIN = frozenset({"again", "anew", "afresh", "re-elect", "reelect", "reopen"})
_SAYING = frozenset("say tell add state report announce".split())
# to announce or to declare a thing is often to do it
_TELLING = frozenset("say tell add state claim report".split())
_UP_TO = frozenset({"to", "until", "till", "through"})
_FROM_THEN = frozenset({"effective"})
_PLANNING = frozenset("plan schedule expect estimate forecast predict project budget slate hope aim".split())
_SETTING = frozenset({"set", "fix", "schedule", "slate", "list"})
# an order, a vote or a trial before this one; "first" and "second" are told apart for themselves
_EARLIER = frozenset("initial original previous earlier prior".split())
_POSTPONING = frozenset("postpone delay defer adjourn shelve".split())
_TOLD = frozenset({"ccomp", "xcomp"})
# "until it has fallen"
_AWAITED = frozenset({"until", "till", "unless", "if", "once"})
# what gives a verb its own subject or time
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark"})
# "is due on Friday", "was set for May"
_DUE = frozenset({"due", "set", "bind", "slated"})


def repeated(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one of the two deeds is done again and the other is not: "first elected" and "elected again"."""
    return _again(pair.left_words, a) != _again(pair.right_words, b)


def reported(a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one place belongs to the words of somebody who had no part in it about a deed, the other to the deed.

    "Dead, the ministry confirmed on Friday" and "shot on Thursday". Who tells of his own deed may do it by telling.
    """
    return _told_by_another(a, b) or _told_by_another(b, a)


def of_earlier_one(a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one deed alone was done to an earlier one of a kind: "the initial order, signed in May"."""
    one, other = _done_to(a), _done_to(b)
    return any(one[noun] != other[noun] for noun in one.keys() & other.keys())


def put_off(mention: MentionView[Value]) -> bool:
    """Whether it is the day on which something was put off, which is not the day on which it was done."""
    words = sentence_words(mention.sentence)
    verb = _verb(words, mention)
    if verb < 0:
        return False
    off = any(
        w.dep == "prt" and w.lemma == "off" and head_index(words, n) == verb for n, w in enumerate(words)
    )
    return words[verb].lemma.lower() in _POSTPONING or (words[verb].lemma.lower() == "put" and off)


def _done_to(mention: MentionView[Value]) -> dict[str, frozenset[str]]:
    """What a deed was done to, by the root of the noun, with the words that make it an earlier one."""
    words = sentence_words(mention.sentence)
    verb = _verb(words, mention)
    if verb < 0:
        return {}
    nouns = {
        n for n, w in enumerate(words) if w.dep in ("dobj", "nsubjpass") and head_index(words, n) == verb
    }
    if words[verb].dep in ("acl", "relcl"):
        nouns.add(head_index(words, verb))
    return {
        root(words[noun].lemma): frozenset(
            w.lemma.lower()
            for n, w in enumerate(words)
            if head_index(words, n) == noun and w.lemma.lower() in _EARLIER
        )
        for noun in sorted(nouns)
        if 0 <= noun < len(words)
    }


def told_by_two(a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether two people told something, each at his own time: "police said on Sunday", "a paper wrote on Monday"."""
    one, other = _tellers(a), _tellers(b)
    return bool(one and other) and not one & other


def _told_by_another(telling: MentionView[Value], deed: MentionView[Value]) -> bool:
    tellers = _tellers(telling)
    if not tellers or _says(deed):
        return False
    if _tells_of(telling, deed):
        return True
    return not tellers & deed.sentence.entities and doer(deed) not in tellers


def _tells_of(telling: MentionView[Value], deed: MentionView[Value]) -> bool:
    """Whether the very deed is told: "said on Monday that she would vote", "voted on Thursday"."""
    saying, doing = sentence_words(telling.sentence), sentence_words(deed.sentence)
    one, other = _verb(saying, telling), _verb(doing, deed)
    if one < 0 or other < 0 or saying[one].lemma not in _TELLING:
        return False
    told = (w for n, w in enumerate(saying) if w.dep in _TOLD and head_index(saying, n) == one)
    return root(doing[other].lemma) in {root(w.lemma) for w in told}


def _tellers(mention: MentionView[Value]) -> set[str]:
    """Who tells what is so in the clause whose verb a place belongs to, entity keys or words; else nobody."""
    words = sentence_words(mention.sentence)
    verb = _verb(words, mention)
    if verb < 0 or not _hangs_on(words, mention, verb):
        return set()
    told = [w for n, w in enumerate(words) if w.dep == "ccomp" and head_index(words, n) == verb != n]
    return {
        q.value.speaker
        for q in mention.sentence.quotes
        if not q.span.overlaps(words[verb].span) and any(q.span.overlaps(w.span) for w in told)
    }


def _says(mention: MentionView[Value]) -> bool:
    """Whether the verb above a place is one of saying."""
    words = sentence_words(mention.sentence)
    verb = _verb(words, mention)
    cues = {q.value.cue for q in mention.sentence.quotes} | _SAYING
    return verb >= 0 and words[verb].lemma.lower() in cues


def _hangs_on(words: Sequence[Word], mention: MentionView[Value], verb: int) -> bool:
    """Whether a place is the verb's own, not a noun's: "said on Friday", not "the report of Friday said"."""
    inside = {n for n, w in enumerate(words) if mention.span.overlaps(w.span)}
    above = {head_index(words, n) for n in inside} - inside
    above = {head_index(words, n) if 0 <= n < len(words) and words[n].pos == "ADP" else n for n in above}
    return verb in above


def _of_stretch(words: Sequence[Word], mention: MentionView[Value]) -> bool:
    """Whether it is the beginning or the end of a stretch of time: "from early September to mid-October"."""
    dates = sorted((d.span for d in mention.sentence.dates), key=lambda span: span.start)
    for one, other in pairwise(dates):
        before = [w.lemma.lower() for w in words if w.span.end <= one.start][-1:]
        between = [w.lemma.lower() for w in words if one.end <= w.span.start and w.span.end <= other.start]
        if before == ["from"] and len(between) == 1 and between[0] in _UP_TO:
            return mention.span in (one, other)
    return False


def takes_effect(mention: MentionView[Value]) -> bool:
    """Whether a day is the one from which a thing holds, not the one on which it was done: "effective Friday".

    Nor is the beginning or the end of a stretch of time the day of a decision on it.
    """
    words = sentence_words(mention.sentence)
    first = _first(words, mention)
    if _of_stretch(words, mention):
        return True
    return any(w.lemma.lower() in _FROM_THEN for w in words[max(0, first - 2) : first])


def denied_once(pair: SentencePair, a: MentionView[Value], b: MentionView[Value]) -> bool:
    """Whether one statement says that the other's deed was not done: what is told is the state of two moments."""
    one, other = _verb(pair.left_words, a), _verb(pair.right_words, b)
    if min(one, other) < 0 or root(pair.left_words[one].lemma) != root(pair.right_words[other].lemma):
        return False
    return bool(a.statement and b.statement) and _negated(a) != _negated(b)


def _set_for(words: Sequence[Word], mention: MentionView[Value]) -> bool:
    """Whether somebody set it for then: "set the opening of the trial for June 14", "a hearing was set for May"."""
    first = _first(words, mention)
    if first == 0 or words[first - 1].lemma.lower() != "for":
        return False
    above, seen = first, set()
    while above not in seen and 0 <= above < len(words):
        seen.add(above)
        if words[above].lemma.lower() in _SETTING:
            return True
        above = head_index(words, above)
    return False


def _first(words: Sequence[Word], mention: MentionView[Value]) -> int:
    """The index of a place's first word; 0 where no word is of it."""
    return next((n for n, w in enumerate(words) if mention.span.overlaps(w.span)), 0)


def planned(mention: MentionView[Value]) -> bool:
    """Whether a place belongs to what is to come, planned or expected, not to what came of it."""
    told = mention.statement
    return expected(mention) or (
        told is not None and (told.tense == "future" or told.modality in ("future", "intended"))
    )


def expected(mention: MentionView[Value]) -> bool:
    """Whether the words themselves call it planned, expected, estimated or waited for: "was estimated to cost"."""
    words = sentence_words(mention.sentence)
    i = _verb(words, mention)
    while i >= 0 and _goes_with(words, i):
        i = head_index(words, i)
    # "was expected to cost": what is expected stands above what it costs
    above = head_index(words, i) if i >= 0 and words[i].dep in _TOLD else -1
    if any(0 <= n < len(words) and words[n].lemma in _PLANNING for n in (i, above)):
        return True
    if _set_for(words, mention):
        return True
    # "was to cost", "would take place", "is due"
    to_come = 0 <= above < len(words) and words[above].lemma == "be" and words[i].dep == "xcomp"
    return to_come or any(
        head_index(words, n) == i != n
        and (
            (w.lemma in _DUE and w.dep in ("acomp", "oprd"))
            or (w.lemma == "would" and w.dep == "aux")
            # "until it has fallen to 6 percent" is a mark set, not what came
            or (w.lemma.lower() in _AWAITED and w.dep == "mark")
        )
        for n, w in enumerate(words)
    )


def _goes_with(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb has no time of its own but that of the verb above: "would reshape the trade, halving it"."""
    above = head_index(words, verb)
    if not 0 <= above < len(words) or above == verb or words[above].pos not in ("VERB", "AUX"):
        return False
    own = any(head_index(words, n) == verb and w.dep in _OWN for n, w in enumerate(words))
    ing = words[verb].dep == "advcl" and words[verb].text.lower().endswith("ing")
    return not own and (ing or words[verb].dep == "conj")


def _negated(mention: MentionView[Value]) -> bool:
    return mention.statement is not None and mention.statement.negated


def _verb(words: Sequence[Word], mention: MentionView[Value]) -> int:
    """The index of the nearest verb above a place; -1 when there is none."""
    i = next((n for n, w in enumerate(words) if mention.span.overlaps(w.span)), -1)
    seen: set[int] = set()
    while 0 <= i < len(words) and i not in seen:
        seen.add(i)
        if words[i].pos in ("VERB", "AUX") and not mention.span.overlaps(words[i].span):
            return i
        i = head_index(words, i)
    return -1


def _again(words: Sequence[Word], mention: MentionView[Value]) -> bool:
    verb = _verb(words, mention)
    return verb >= 0 and any(
        spelling(w.lemma) in _AGAIN and (n == verb or head_index(words, n) == verb)
        for n, w in enumerate(words)
    )
