"""Past, present and participle forms of English verbs, for putting a participle back into a sentence."""

# base: (past, past participle); verbs that are not here are regular
_IRREGULAR: dict[str, tuple[str, str]] = {}
for _row in """arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|
begin began begun|
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|
break broke broken|
breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|
buy bought bought|
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|
creep crept crept|
cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|
eat ate eaten|
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|
fling flung flung|
fly flew flown|forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten|
forgive forgave forgiven|
freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|
hang hung hung|
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|
kneel knelt knelt|
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|
light lit lit|
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|
outdo outdid outdone|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|
overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|
rid rid rid|
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|
send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|
show showed shown|
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
slide slid slid|
speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
strike struck struck|
strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|
undergo underwent undergone|
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|
upset upset upset|
wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|
withhold withheld withheld|withstand withstood withstood|write wrote written|be was been""".replace(
    "\n", ""
).split("|"):
    _base, _past, _participle = _row.split()
    _IRREGULAR[_base] = (_past, _participle)

_DOUBLED = frozenset(
    [
        "admit",
        "commit",
        "permit",
        "submit",
        "transmit",
        "omit",
        "refer",
        "prefer",
        "defer",
        "confer",
        "infer",
        "occur",
        "incur",
        "recur",
        "regret",
        "control",
        "patrol",
        "compel",
        "expel",
        "propel",
        "repel",
        "rebel",
        "equip",
        "transfer",
        "ban",
        "drop",
        "stop",
        "plan",
        "step",
        "grab",
        "plot",
        "rob",
        "slip",
        "tap",
        "trim",
        "wrap",
        "cap",
        "clap",
        "drag",
        "drip",
        "flag",
        "hug",
        "jog",
        "knit",
        "log",
        "mob",
        "nod",
        "pin",
        "pop",
        "rip",
        "sag",
        "scan",
        "scrap",
        "ship",
        "shop",
        "skip",
        "slam",
        "slap",
        "snap",
        "stab",
        "stem",
        "strap",
        "tag",
        "tip",
        "top",
        "trap",
        "trip",
        "tug",
        "war",
        "whip",
        "zip",
        "bar",
        "blur",
        "jam",
        "mar",
        "pat",
        "rig",
        "rub",
        "rut",
        "scar",
        "spar",
        "spur",
        "star",
        "stir",
        "throb",
        "abet",
        "allot",
    ]
)
_VOWELS = "aeiou"


def past(base: str) -> str:
    """The simple past of a base form: "urge" gives "urged", "hold" gives "held"; hyphenated prefixes stay."""
    prefix, verb = _split(base)
    if verb in _IRREGULAR:
        return prefix + _IRREGULAR[verb][0]
    return prefix + _regular_past(verb)


def third_person(base: str) -> str:
    """The third person singular of the present: "urge" gives "urges", "do" gives "does"."""
    prefix, verb = _split(base)
    if verb in ("be", "have", "do", "go"):
        return prefix + {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return prefix + verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return prefix + verb[:-1] + "ies"
    return prefix + verb + "s"


def finite(base: str, tense: str, plural: bool) -> str:
    """The finite form of a base form in a tense ("past", "present" or "future") and a number."""
    if base == "be":
        if tense == "future":
            return "will be"
        return ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
    if tense == "future":
        return f"will {base}"
    if tense == "past":
        return past(base)
    return base if plural else third_person(base)


def _split(base: str) -> tuple[str, str]:
    prefix, hyphen, verb = base.rpartition("-")
    return prefix + hyphen, verb


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    return verb + ("ked" if verb.endswith("ic") else "ed")
