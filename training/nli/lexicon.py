"""Words for the news pairs: antonyms, synonyms, numbers and calendars."""

from __future__ import annotations

_ANTONYMS = """
rose fell; rise fall; rises falls; rising falling; increased decreased; increase decrease; increases decreases;
increasing decreasing; approved rejected; approve reject; approves rejects; approval rejection; won lost; win lose;
wins loses; winning losing; supports opposes; supported opposed; support oppose; supporting opposing;
supporters opponents; before after; guilty innocent; accepted refused; accept refuse; accepts refuses;
accepting refusing; allowed barred; allow bar; allows bars; allowing barring; legal illegal; lawful unlawful;
higher lower; high low; highest lowest; more fewer; most least; first last; early late; earlier later; began ended;
begin end; begins ends; beginning ending; started stopped; start stop; starts stops; opened closed; open closed;
opens closes; opening closing; praised criticized; praise criticize; praises criticizes; praising criticizing;
defended attacked; defend attack; admitted denied; admit deny; admits denies; confirmed denied; confirm deny;
confirms denies; denied confirmed; agreed disagreed; agree disagree; passed failed; pass fail; passes fails;
strengthened weakened; strengthen weaken; strong weak; stronger weaker; expanded reduced; expand reduce;
expands reduces; expansion reduction; raised lowered; raise lower; raises lowers; raising lowering;
hired fired; joined left; arrived left; entered left; public private; federal state; liberal conservative;
Republican Democratic; Republicans Democrats; Democrats Republicans; Democratic Republican; men women; women men;
man woman; woman man; male female; north south; northern southern; east west; eastern western; inside outside;
upheld overturned; uphold overturn; granted denied; grant deny; freed jailed; released detained; release detain;
survived died; alive dead; dead alive; successful unsuccessful; successfully unsuccessfully; failed succeeded;
fail succeed; possible impossible; likely unlikely; unlikely likely; same different; majority minority;
minority majority; better worse; best worst; good bad; positive negative; safe dangerous; legalized banned;
banned allowed; ban allow; continued stopped; continue stop; continues stops; remained left; rich poor;
wealthy poor; young old; younger older; older younger; large small; larger smaller; largest smallest; big small;
bigger smaller; biggest smallest; long short; longer shorter; optimistic pessimistic; voluntary mandatory;
domestic foreign; foreign domestic; national local; active inactive; armed unarmed; unarmed armed; bought sold;
buy sell; buys sells; borrowed lent; gained lost; gain lose; created destroyed; create destroy; built demolished;
signed vetoed; sign veto; for against; pro-gun anti-gun; urged discouraged; encouraged discouraged;
encourage discourage; included excluded; include exclude; includes excludes; included omitted; remember forget;
remembered forgot; appeared disappeared; rightly wrongly; acquitted convicted; convicted acquitted;
conviction acquittal; cleared charged; peaceful violent; violent peaceful; victory defeat; defeat victory;
ally enemy; allies enemies; friend enemy; success failure; failure success; surplus deficit; deficit surplus;
loss gain; losses gains; profit loss; always never; never always; nobody everybody; everyone nobody; all none;
many few; few many; none all; both neither; with without; without with; withdrew submitted; withdrawn submitted;
tightened loosened; tighten loosen; easier harder; easy hard; hard easy; above below; below above; up down;
widely rarely; often rarely; rarely often; fully partly; publicly privately; privately publicly; refused agreed;
refuse agree; refuses agrees; declined agreed; decline agree; declines agrees; rejected accepted; reject accept;
ahead behind; behind ahead; married divorced; honest dishonest; true false; false true; correct wrong; wrong right;
loved hated; love hate; loves hates; happy unhappy; satisfied dissatisfied; popular unpopular; known unknown;
cut raised; cuts increases; repealed enacted; repeal enact; lifted imposed; lift impose; imposed lifted; impose lift;
extended shortened; extend shorten; advanced retreated; escalated eased; resumed suspended; suspended resumed;
resume suspend; suspend resume; reinstated dismissed; welcomed condemned; welcome condemn; condemned welcomed;
condemn welcome; trust distrust; backed opposed; back oppose; backs opposes; backing opposing; against for
"""

_SYNONYMS = """
said stated; says states; told informed; about regarding; approximately roughly; also additionally; help assist;
helped assisted; began started; begin start; started began; many numerous; large big; huge enormous; buy purchase;
bought purchased; show demonstrate; showed demonstrated; get obtain; got received; received got; need require;
needed required; asked requested; ask request; try attempt; tried attempted; tries attempts; trying attempting;
attempt try; attempted tried; allow permit; allowed permitted; allows permits; end conclude; ended concluded;
big large; wants seeks; wanted sought; want seek; seeking wanting; however though; but yet; while whereas;
announced declared; announce declare; criticized slammed; blasted criticized; slammed criticized; ripped criticized;
vowed pledged; pledged vowed; vow pledge; pledge vow; promised pledged; lawmakers legislators; legislators lawmakers;
attorney lawyer; attorneys lawyers; lawyer attorney; lawyers attorneys; cops police; children kids; kids children;
firm company; firms companies; company firm; companies firms; nation country; nations countries; country nation;
countries nations; probe investigation; investigation inquiry; inquiry investigation; killed slain; murdered killed;
gathering meeting; employees workers; workers employees; residents inhabitants; issue matter; problem issue;
error mistake; mistake error; plan proposal; proposal plan; election vote; ballot vote; suspected alleged;
near close to; because since; although though; nearly almost; almost nearly; quickly rapidly; rapidly quickly;
currently now; now currently; previously formerly; formerly previously; often frequently; frequently often;
entire whole; whole entire; important significant; significant important; major big; difficult hard; simple easy;
angry furious; choose select; chose selected; appointed named; named appointed; happened occurred; occurred happened;
happen occur; occur happen; ensure guarantee; reveal disclose; revealed disclosed; disclosed revealed; speak talk;
spoke talked; speaking talking; respond reply; responded replied; replied responded; denounced condemned;
condemned denounced; urged pressed; challenged disputed; halted stopped; halt stop; stop halt; stopped halted;
resigned quit; quit resigned; fled escaped; escaped fled; injured hurt; hurt injured; wounded injured; area region;
region area; talks negotiations; negotiations talks; deal agreement; agreement deal; accord agreement;
weapons arms; soldiers troops; troops soldiers; gunman shooter; shooter gunman; film movie; movie film;
physician doctor; doctors physicians; automobile car; home house; street road; funds money; money funds;
U.S. American; America's U.S.; GOP Republican; percent per cent; probably likely; likely probably; chief head;
leader head; argued contended; contended argued; maintained insisted; insisted maintained; added noted; noted added;
believe think; believes thinks; think believe; thinks believes; suggested indicated; indicated suggested;
"""


def _table(text: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for entry in text.split(";"):
        words = entry.split()
        if words:
            out.setdefault(words[0], []).append(" ".join(words[1:]))
    return out


ANTONYMS = _table(_ANTONYMS)
for _word, _others in list(ANTONYMS.items()):
    for _other in _others:
        ANTONYMS.setdefault(_other, [_word])
SYNONYMS = _table(_SYNONYMS)

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBER_WORDS = {n: w for w, n in NUMBERS.items()}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
SCALES = {"hundred", "thousand", "million", "billion", "trillion"}
HEDGES = {"than", "least", "about", "nearly", "almost", "over", "some", "around", "roughly", "approximately", "many",
          "under", "most", "to", "estimated", "between", "several", "below", "above"}
