"""Closed classes of English verbs and words that decide how a clause is split; no topic words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# a clause under one of these is what somebody said, not what the account tells as fact
REPORTING: frozenset[str] = _words(
    """say tell add claim announce report argue insist warn admit suggest indicate confirm
    acknowledge note state declare reveal stress emphasize emphasise underline underscore
    explain predict reiterate repeat allege testify write tweet post assert maintain contend
    concede complain joke remark observe reply respond affirm assure inform disclose estimate
    forecast caution boast recall mention hint stipulate proclaim counter conclude believe
    think assume suspect fear speculate swear recount notify rule signal agree"""
)

# verbs that introduce a direct quotation, too
QUOTING: frozenset[str] = REPORTING | _words(
    """comment exclaim quip continue muse shout yell cry ask confess lament chant answer retort elaborate
    vow pledge
    promise urge demand begin go interject recite agree respond snap admonish plead fume"""
)

# what a poll, a court or a study does: beside a clause it gives its source
FINDING: frozenset[str] = _words("""find show""")

# their object is whom they speak to
ADDRESSED: frozenset[str] = _words("""tell inform assure notify remind""")

# opinions: in the first person they only soften what follows
OPINION: frozenset[str] = _words("""think believe guess suppose feel assume suspect""")

# "refused to sign" says that it was not signed
NEGATIVE_IMPLICATIVE: frozenset[str] = _words("""refuse fail decline neglect omit forget""")

# the verb below carries the meaning, the one above only its phase, manner or outcome
TRANSPARENT: frozenset[str] = _words(
    """begin start continue manage help proceed come get go happen use have ought need seem
    appear tend remain set be able"""
)
SEEMING: frozenset[str] = _words("""seem appear tend""")
INTENDING: frozenset[str] = _words(
    """want plan intend agree promise pledge vow decide hope aim try attempt seek offer
    threaten expect prepare propose wish choose aspire mean consider"""
)

# their passive keeps an object: "was awarded a prize"
GIVING: frozenset[str] = _words(
    """give award offer pay grant hand send teach tell ask show charge fine deny call name elect appoint deal dub lend
    allot allow assign promise"""
)

CONDITIONAL_MARKS: frozenset[str] = frozenset({"if", "unless", "provided", "should", "lest"})
KEPT_MARKS: frozenset[str] = frozenset({"than", "whether", "so", "lest", "like", "as if"})
# "after meeting him": it did happen, to the subject of the main clause
FACTIVE_PREPOSITIONS: frozenset[str] = frozenset(
    {"after", "since", "despite", "while", "when", "upon", "following"}
)
# "with talks stalling": the noun is the subject of the participle
ABSOLUTE_PREPOSITIONS: frozenset[str] = frozenset(
    {"with", "without", "despite", "amid", "after", "following", "notwithstanding"}
)

# an apposition with one of these goes on about all that was said, not about the noun before it
EVENT_NOUNS: frozenset[str] = _words(
    """contrast move decision sign claim step reversal blow development setback departure shift change result
    achievement charge allegation fact thing act event increase decrease rise fall drop record feat effort"""
)

# participles that have become prepositions
PREPOSITIONAL_PARTICIPLES: frozenset[str] = _words(
    "following including regarding concerning depending according excluding barring pending involving"
)

NO_ANTECEDENT: frozenset[str] = _words(
    """anyone anybody anything whoever whatever no nobody none nothing everyone everybody any
    those all what everything that"""
)
HYPHEN_PREFIXES: frozenset[str] = _words(
    """co re pre non counter over under out mis de inter cross post un self ex anti sub multi"""
)

# who holds one is "he" or "she", never "it"
OFFICES: frozenset[str] = _words(
    """president minister premier chancellor secretary senator governor mayor judge justice sheriff chief officer
    commissioner ambassador envoy general admiral colonel captain sergeant commander speaker leader chair chairman
    chairwoman director executive spokesman spokeswoman spokesperson professor doctor pope bishop pastor rabbi imam king
    queen prince princess coach manager lawyer attorney prosecutor candidate nominee lawmaker"""
)
