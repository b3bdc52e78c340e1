"""Who pays a sum and who gets it: one sum that goes the other way in another account."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker import Flag, flag
from checker.rules.vocabulary import SentenceView, StoryView, marked
from checker_rules.figures import Quantity
from checker_rules.holders import Holders
from checker_rules.story_slots import Told

# verbs whose subject pays, whose subject gets it, whose object gets it from nobody named, whose object pays
_PAYS = frozenset("pay owe repay refund transfer donate lend give reimburse compensate hand".split())
_GETS = frozenset("receive collect obtain borrow".split())
_AWARDS = frozenset("award grant".split())
_FINES = frozenset({"fine"})
# "ordered him to pay": he pays
_MAKES = frozenset("order tell require instruct ask oblige force compel urge direct".split())
_TO_VERB = frozenset("nummod quantmod compound dobj npadvmod pobj prep appos attr nsubjpass dep".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STEPS = 5
_SURE = 0.7


@dataclass(frozen=True)
class Payment:
    """A sum with the names and nouns of who pays and of who gets it; either may be unknown."""

    sentence: SentenceView
    amount: Quantity
    payer: frozenset[str]
    payee: frozenset[str]

    @property
    def key(self) -> tuple[float, str]:
        """The sum and its currency, alike in all accounts."""
        return self.amount.value.number, self.amount.value.unit


def payments_apart(story: StoryView) -> Iterator[Flag]:
    """Flag a sum that somebody pays by one account and gets by another."""
    told = [list(payments(Holders(d))) for d in story.documents]
    for n, mine in enumerate(told):
        for theirs in told[n + 1 :]:
            found = ((a, b) for a in mine for b in theirs if _turned(a, b))
            for a, b in found:
                if not any(_turned(a, x) for x in mine) and not any(_turned(b, x) for x in theirs):
                    yield _flag(a, b)
                    break


def _turned(a: Payment, b: Payment) -> bool:
    if a.key != b.key or a.payer & b.payer or a.payee & b.payee:
        return False
    return bool(a.payer & b.payee or a.payee & b.payer)


def _flag(a: Payment, b: Payment) -> Flag:
    return flag(
        "paid",
        at=marked(a.sentence, a.amount),
        against=[marked(b.sentence, b.amount)],
        verdict="review",
        confidence=_SURE,
        data={"kind": "name", "sole": True},
        sum=a.amount.text,
        left_outlet=a.sentence.document.name,
        right_outlet=b.sentence.document.name,
    )


def payments(holders: Holders) -> Iterator[Payment]:
    """The payments of an account whose sum is told, and at least one of the two sides."""
    for told in holders.told:
        for amount in told.sentence.numbers:
            if amount.value.form != "money":
                continue
            verb = _verb(told, amount)
            if verb < 0 or any(told.words[i].dep == "neg" for i in told.children[verb]):
                continue
            inside = {i for i, w in enumerate(told.words) if amount.span.overlaps(w.span)}
            payer, payee = ({*side} - inside for side in _sides(holders, told, verb))
            sides = [_called(holders, told, side) for side in (payer, payee)]
            if any(sides) and not sides[0] & sides[1]:
                yield Payment(told.sentence, amount, sides[0], sides[1])


def _verb(told: Told, amount: Quantity) -> int:
    """The verb of paying that a sum stands under; -1 where there is none."""
    at = next((i for i, w in enumerate(told.words) if amount.span.overlaps(w.span)), -1)
    for _ in range(_STEPS):
        if at < 0 or told.words[at].dep not in _TO_VERB:
            break
        at = told.heads[at]
        if told.words[at].pos == "VERB":
            return at if told.words[at].lemma.lower() in _PAYS | _GETS | _AWARDS | _FINES else -1
    return -1


def _sides(holders: Holders, told: Told, verb: int) -> tuple[list[int], list[int]]:
    """The words for who pays and for who gets it."""
    words, lemma = told.words, told.words[verb].lemma.lower()
    below = told.children[verb]
    # "sued the firm and was awarded"
    passive = holders.subjects(told, verb) if any(words[i].dep == "auxpass" for i in below) else []
    objects = [i for i in below if words[i].dep in ("dobj", "dative") and words[i].pos != "ADP"]
    to, by, source = (_under(told, verb, preposition) for preposition in ("to", "by", "from"))
    if lemma in _FINES:
        return passive or objects, []
    if lemma in _AWARDS:
        return [], passive or [*objects, *to]
    if lemma in _GETS:
        return source, [] if passive else _doers(told, verb)
    if passive:
        return by, [*passive, *to]
    return _doers(told, verb), [*objects, *to]


def _doers(told: Told, verb: int) -> list[int]:
    """The subject of a verb, its own or that of the verb above; of "ordered him to pay" the one who was ordered."""
    words, above = told.words, told.heads[verb]
    own = [i for i in told.children[verb] if words[i].dep in _SUBJECTS]
    if own or words[verb].dep not in ("xcomp", "ccomp", "conj", "advcl", "relcl", "acl"):
        return own
    if words[verb].dep in ("relcl", "acl"):
        return [above]
    objects = [i for i in told.children[above] if words[i].dep in ("dobj", "nsubjpass", "dative")]
    if words[above].lemma.lower() in _MAKES and words[verb].dep == "xcomp":
        return objects
    return [i for i in told.children[above] if words[i].dep in _SUBJECTS]


def _under(told: Told, verb: int, preposition: str) -> list[int]:
    words = told.words
    # the parser may hang the "by" on the sum
    above = (verb, *(i for i in told.children[verb] if words[i].dep == "dobj"))
    below = [i for top in above for i in told.children[top]]
    heads = [
        i for i in below if words[i].lemma == preposition and words[i].dep in ("prep", "agent", "dative")
    ]
    return [j for i in heads for j in told.children[i] if words[j].dep == "pobj"]


def _called(holders: Holders, told: Told, places: set[int]) -> frozenset[str]:
    found = [h for i in sorted(places) for h in holders.read(told, i)]
    return frozenset(key for h in found for key in (*h.entities, *h.nouns))
