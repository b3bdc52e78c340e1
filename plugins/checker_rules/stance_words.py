"""The words of votes, contests and courts."""

_PASSED = "adopt pass approve carry ratify enact confirm"
_FAILED = "reject defeat fail vote_down veto kill turn_down"
# word -> the scale it stands on, and where on it
OUTCOMES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_PASSED.split(), ("passage", "passed")),
    **dict.fromkeys(_FAILED.split(), ("passage", "failed")),
    **dict.fromkeys(("convict", "guilty"), ("verdict", "convicted")),
    **dict.fromkeys(("acquit", "clear", "exonerate", "innocent"), ("verdict", "acquitted")),
    **dict.fromkeys(
        ("win", "beat", "oust", "unseat", "edge", "thrash", "prevail", "survive"), ("contest", "won")
    ),
    **dict.fromkeys(("lose",), ("contest", "lost")),
    **dict.fromkeys(("uphold", "affirm", "sustain"), ("ruling", "upheld")),
    **dict.fromkeys(
        "overturn strike_down quash reverse overrule void throw_out toss_out toss annul vacate nullify".split(),
        ("ruling", "overturned"),
    ),
    **dict.fromkeys(("grant",), ("ruling", "granted")),
    **dict.fromkeys(("deny", "refuse", "dismiss"), ("ruling", "denied")),
}
# pairs that cannot both be so; others on one scale can (a ruling upheld, a motion granted)
AGAINST: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split())
    for pair in (
        "passed failed|convicted acquitted|convict acquit|won lost|upheld overturned|granted denied|"
        "for against|for abstained|against abstained"
    ).split("|")
)
PASSING = frozenset(
    "pass approve adopt ratify accept back endorse confirm authorize support enact advance".split()
)
STRIKING = frozenset("reject defeat block kill oppose sink decline".split())
# what stands before a verb of which it is open whether it is done
OPEN = frozenset("will would may might can could shall should must".split())
AYES = frozenset({"yes", "yea", "aye", "yeas", "ayes"})
NOES = frozenset({"no", "nay", "noes", "nays"})
# what is voted on; any of them may stand for another of the same vote
TEXTS = frozenset(
    "resolution text bill motion measure amendment law treaty proposal plan deal draft budget "
    "referendum legislation nomination agreement act "
    "ordinance package pact initiative contract levy constitution charter declaration statement "
    "article accord directive bylaw".split()
)
# what those decide on who vote among themselves: workers, owners of a company
OFFERS = frozenset({"offer", "settlement", "terms", "accord", "bid"})
# what somebody asks of a court or an authority: to uphold it is to grant it
PLEAS = frozenset(
    "appeal petition request application complaint objection challenge lawsuit suit claim plea bid".split()
)
# who decides on a plea
JUDGES = frozenset(
    "court judge justice tribunal panel bench magistrate jury commission board council ombudsman regulator "
    "authority committee arbitrator ministry agency office watchdog umpire".split()
)
# of these a court decides, not those who back them
COURT_PLEAS = frozenset({"appeal", "petition", "lawsuit", "suit", "complaint"})
_GRANTING = "grant uphold allow accept approve sustain".split()
_DENYING = "deny dismiss reject refuse turn_down throw_out toss_out strike_out toss".split()
DECIDES_PLEA: dict[str, str] = {**dict.fromkeys(_GRANTING, "granted"), **dict.fromkeys(_DENYING, "denied")}
# a single body that can vote as one
BALLOT = frozenset(
    "council committee board assembly parliament senate house congress chamber court jury panel "
    "commission union cabinet government country state "
    "knesset bundestag duma legislature convention department ministry administration delegation".split()
)
# workers and others who decide by a ballot among themselves, as one
DECIDE_TOGETHER = frozenset(
    "nurse teacher worker miner driver pilot doctor docker sailor firefighter employee staff crew resident "
    "shareholder farmer student dockworker longshoreman stockholder investor mineworker".split()
)
# names or nouns of many who may vote either way
GROUPS = frozenset(
    "republicans democrats conservatives liberals members lawmakers senators representatives "
    "countries nations states voters some most many several few "
    "other more half majority minority both no all".split()
)
# of a person, not of a text
APPOINTING = frozenset({"confirm", "reject", "approve"})
# what is won or lost: games and elections, not money or ground
COURTS = frozenset(
    "election vote race seat primary caucus runoff referendum match game final series title "
    "championship cup semifinal semi-final quarterfinal "
    "presidency mayoralty governorship nomination case appeal lawsuit suit contest tournament "
    "tiebreaker leadership ballot round".split()
)
# what courts and judges decide on
DECIDED = frozenset(
    "ruling law conviction ban sentence verdict decision judgment judgement order injunction statute "
    "motion request petition appeal bail parole "
    "policy rule mandate act clemency pardon stay permit asylum application bid".split()
)
CHARGES = frozenset({"charge", "count", "all", "crime", "wrongdoing"})
# what calls a thing one beside the one that the news is of
BESIDE = frozenset(
    "rival compete competing second third other another separate earlier previous alternative similar different".split()
)
# what sets one text apart from another of the same day
APART = BESIDE | frozenset("own first original procedural amended revised final".split())
# words that praise or place a text and do not tell it from another
PLAIN = frozenset(
    "its the that this draft new controversial landmark sweeping bipartisan proposed key major "
    "disputed contested historic long-awaited nonbinding "
    "non-binding united nations un us u.s. federal state national compromise".split()
) | {"united nations", "united states"}
