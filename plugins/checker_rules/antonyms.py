"""Words that cannot both be true of one thing: pairs of lemmas, general English of the news."""

from collections import defaultdict
from collections.abc import Collection

from checker.rules.alignment import spelling

_PAIRS = """
accept reject|accept refuse|accept decline|acquit convict|add remove|admit deny|advance retreat
affirm deny|agree disagree|agree refuse|allow ban|allow bar|allow block|allow forbid|allow prevent
allow prohibit|allow deny|allow refuse|amateur professional|ancient modern|appear disappear
appoint dismiss|approve reject|approve disapprove|approve veto|arrest release|arrive leave|arrive depart
ascend descend|attack defend|attract repel|back oppose|ban permit|begin end|begin finish|begin stop
best worst|better worse|big small|birth death|block approve|boom bust|boost cut|borrow lend|bottom top
bright dark|build demolish|build destroy|buy sell|calm tense|cancel confirm|capture release
cheap expensive|clean dirty|clear guilty|close open|closed open|cold hot|common rare|complete incomplete
condemn praise|condemn endorse|confirm deny|continue stop|continue halt|convict clear|correct incorrect
correct wrong|create destroy|credit debit|criticize praise|criticise praise|damage repair|dead alive
decelerate accelerate|decline rise|decline increase|decline grow|decrease increase|deep shallow
defeat victory|deficit surplus|defend attack|delay accelerate|demand supply|democrat republican
deny confirm|deny grant|descend climb|die survive|different same|difficult easy|disappear emerge
dismiss uphold|dismiss hire|domestic foreign|domestic international|down up|downgrade upgrade|drop rise
drop increase|drop gain|early late|earlier later|eastern western|east west|easy hard|elect defeat
empty full|enable disable|encourage discourage|end start|enemy ally|enter leave|enter exit
exclude include|expand contract|expand shrink|expand reduce|expensive inexpensive|explicit implicit
export import|fail succeed|fail pass|failure success|fall rise|fall climb|fall gain|fall increase
fall grow|false true|far near|fast slow|faster slower|favor oppose|favour oppose|few many|fewer more
finish start|fire hire|first last|follow lead|foe friend|forget remember|former current|fragile strong
free jail|free imprison|freeze thaw|friendly hostile|gain lose|gain loss|give take|good bad|grant deny
grant refuse|greater lesser|grow shrink|grow decline|guilty innocent|happy sad|hard soft|harm help
harm benefit|hate love|healthy sick|heavy light|help hinder|high low|higher lower|highest lowest
hire fire|hope fear|ignore heed|illegal legal|illegally legally|import export|improve worsen
improve deteriorate|include exclude|increase reduce|increase cut|inside outside|internal external
invalid valid|join leave|join quit|junior senior|keep abandon|keep lose|large small|larger smaller
largest smallest|last first|lawful unlawful|lead trail|least most|leave remain|leave stay|left right
legal unlawful|legalize ban|legalize criminalize|less more|lift impose|lift lower|likely unlikely
lock unlock|long short|longer shorter|lose win|loss profit|loss win|loser winner|loud quiet|lower raise
major minor|majority minority|male female|man woman|husband wife|father mother|son daughter
brother sister|maximum minimum|moderate extreme|most least|narrow wide|narrow widen|natural artificial
negative positive|new old|never always|north south|northern southern|obey defy|obey disobey
offense defense|old young|older younger|open shut|opponent supporter|opponent ally|oppose support
oppose endorse|opposed supportive|opposition support|optimistic pessimistic|order chaos|overturn uphold
overestimate underestimate|pass reject|pass defeat|pass block|passive active|past future|peace war
permanent temporary|permit forbid|permit prohibit|plaintiff defendant|poor rich|popular unpopular
possible impossible|postpone advance|praise blame|predecessor successor|present absent|private public
proceed halt|profit deficit|progress setback|promote demote|prosecution defense|prove disprove
public secret|pull push|push resist|raise cut|raise reduce|raise drop|ratify reject|reject endorse
reject embrace|reject adopt|adopt defeat|rapid slow|rapidly slowly|recover worsen|reduce expand
refuse agree|reinstate dismiss|relax tighten|release detain|release withhold|reopen close|repeal enact
repeal keep|resign stay|resist yield|respect disrespect|restrict expand|restore remove|reveal conceal
reveal hide|reward punish|rich poor|rise drop|rise plunge|rise slump|rural urban|safe dangerous
safe unsafe|save waste|save spend|security insecurity|seize return|send receive|separate unite
sharp slight|sharply slightly|show hide|shrink widen|sink float|soar plunge|soar plummet|spend save
stable unstable|stabilize destabilize|start stop|stay go|steep gentle|strengthen weaken|stronger weaker
strong weak|strength weakness|succeed fail|success failure|sufficient insufficient|surge plunge
surge drop|support undermine|surrender resist|survive perish|suspend resume|talkative silent|tall short
teacher student|thick thin|tighten loosen|tighten ease|tiny huge|together apart|total partial
trust distrust|unanimous divided|unanimously narrowly|unite divide|upper lower|up down|urge discourage
usual unusual|vague specific|vanish appear|victor loser|victim perpetrator|victory defeat
violent peaceful|violence peace|visible invisible|voluntary compulsory|voluntary mandatory
voluntarily forcibly|vulnerable safe|warm cool|warm cold|warn reassure|weaken bolster|wealth poverty
welcome reject|welcome condemn|wet dry|win lose|within outside|withdraw submit|withdraw deploy
wrong right|yes no|before after|above below|against for|over under|more less|all none|everyone nobody
everything nothing|always never|often rarely|often seldom|liberal conservative|tall low|confess deny
lift extend|end extend|sign veto|lift keep|lift maintain|lift retain|cut create|cut add|create eliminate
resign stay_on|quit stay_on|leave stay_on|step_down stay_on|step_aside stay_on|kill survive
"""
ANTONYMS: frozenset[frozenset[str]] = frozenset(
    frozenset(spelling(w) for w in pair.split())
    for line in _PAIRS.split("\n")
    for pair in line.split("|")
    if pair
)
# many of the pairs above are so only as verbs, or change sides with a preposition; these groups hold as a whole
_GROUPS: tuple[tuple[str, str], ...] = (
    (
        "rise climb increase grow gain surge soar jump advance",
        "fall drop decline decrease shrink plunge plummet slump slide sink",
    ),
    ("support back endorse favor favour champion", "oppose reject resist denounce"),
    ("approve pass adopt accept endorse ratify", "reject defeat veto block turn_down vote_down"),
    ("allow permit let enable authorize", "ban bar prohibit forbid prevent block outlaw"),
    ("praise applaud hail welcome commend", "criticize condemn denounce slam blast"),
    ("confirm admit acknowledge concede", "deny refute"),
    ("win defeat beat", "lose"),
    ("uphold affirm", "overturn reverse strike_down quash"),
    ("raise increase boost lift", "cut lower reduce slash trim"),
)


# deeds that follow each other: who was arrested may since be free
_IN_TURN = frozenset(
    frozenset(pair.split())
    for pair in (
        "arrest release|impose lift|open close|reopen close|begin end|start stop|start end|"
        "begin stop|begin finish|start finish|suspend resume|"
        "join leave|enter leave|arrive leave|arrive depart|appoint dismiss|hire fire|seize return|"
        "capture release|detain release|"
        "build demolish|build destroy|send return|postpone advance|create destroy|emerge disappear|"
        "free jail|resign stay|spend save|"
        "damage repair|suspend reinstate|dismiss reinstate|freeze thaw|give take|lend borrow|"
        "buy sell|send receive|elect oust"
    ).split("|")
)


def in_turn(left: str, right: str) -> bool:
    """Whether two opposite deeds may follow each other, so that both are true in time."""
    return frozenset((spelling(left), spelling(right))) in _IN_TURN


def antonyms(left: str, right: str) -> bool:
    """Whether two lemmas are opposites; British and American spelling are one."""
    a, b = spelling(left), spelling(right)
    if a == b:
        return False
    if frozenset((a, b)) in ANTONYMS or (a, b) in _OPPOSED:
        return True
    return any(_prefixed(x, y) for x, y in ((a, b), (b, a)))


def antonyms_among(word: str, others: Collection[str]) -> list[str]:
    """Those of many lemmas that are opposites of one, sorted; all of them as ``spelling`` writes them."""
    near = _KNOWN.get(word, set()) | {p + word for p in _PREFIXES}
    near |= {word.removeprefix(p) for p in _PREFIXES}
    return sorted(other for other in near if other in others and antonyms(word, other))


_OPPOSED: frozenset[tuple[str, str]] = frozenset(
    pair
    for left, right in _GROUPS
    for x in left.split()
    for y in right.split()
    for pair in ((spelling(x), spelling(y)), (spelling(y), spelling(x)))
)
_KNOWN: dict[str, set[str]] = defaultdict(set)
for _left, _right in (*(tuple(pair) for pair in ANTONYMS if len(pair) == 2), *_OPPOSED):
    _KNOWN[_left].add(_right)
    _KNOWN[_right].add(_left)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
_NOT_OPPOSITES = frozenset(
    {"famous", "valuable", "flammable", "different", "deed", "cover", "able", "lock", "dress"}
)


def _prefixed(word: str, opposite: str) -> bool:
    """``likely`` and ``unlikely``: a negative prefix on the same word."""
    return len(word) > 4 and word not in _NOT_OPPOSITES and opposite in {p + word for p in _PREFIXES}
