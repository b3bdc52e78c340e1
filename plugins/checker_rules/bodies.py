"""Who decides by a vote, told by the body or by its members: council and councillors are one body."""

from checker.rules.alignment import spelling
from checker_rules.stance_words import BALLOT

_KIN = {
    "council": "council councillor councilor councilman councilwoman councilmember alderman",
    "senate": "senate senator",
    "house": "house congressman congresswoman",
    "board": "board director trustee governor",
    "court": "court judge justice bench tribunal",
    "jury": "jury juror",
    "docker": "docker dockworker longshoreman stevedore",
    "miner": "miner mineworker pitman",
    "teacher": "teacher schoolteacher",
    "shareholder": "shareholder stockholder investor",
    # the words that do not say of which chamber, and of which trade
    "members": "member lawmaker deputy legislator mp parliamentarian delegate representative",
    "parliament": "parliament assembly legislature knesset bundestag duma congress chamber",
    "workers": "worker employee staff workforce crew",
}
_BODY = {word: body for body, words in _KIN.items() for word in words.split()}
_CHAMBERS = frozenset({"senate", "house", "parliament", "council", "board", "committee"})
# who decides by a count of hands, as keys of ``body_of``
DECIDING = (BALLOT - {"country", "state", "department", "ministry", "union", "administration"}) | {
    "members",
    "shareholder",
}
# who votes in a ballot among themselves
TRADES = frozenset(
    "docker miner teacher nurse driver pilot sailor firefighter workers shareholder farmer student".split()
)
# a word that any of these may be told by
_ANY = {
    "members": _CHAMBERS,
    "workers": TRADES,
    "parliament": frozenset({"senate", "house", "lower", "upper"}),
    "lower": frozenset({"house", "members"}),
    "upper": frozenset({"senate", "members"}),
}


def body_of(lemma: str) -> str:
    """The body that a noun stands for, itself or by its members."""
    low = lemma.lower()
    return _BODY.get(low) or _BODY.get(spelling(low)) or spelling(low)


def one_body(a: str, b: str) -> bool:
    """Whether two words for bodies can be of one: "deputies" may be the senate's, "the senate" is not the council."""
    one, other = body_of(a), body_of(b)
    return one == other or other in _ANY.get(one, ()) or one in _ANY.get(other, ())
