"""Words that news uses for one another: reduced to one key, so that other wording is not another thing.

General English, in groups of lemmas; the first one stands for all. Opposites are never in one group. A word stands in
one group only, in the sense that news mostly has it in.
"""

from functools import lru_cache

_GROUPS = """
rise climb grow growth gain increase jump surge soar advance
fall drop decline decrease slip slide plunge tumble slump sink lower
raise lift boost hike
cut reduce reduction slash trim
expect expectation forecast predict prediction project projection outlook estimate anticipate
adopt pass passage approve approval
kill die dead death perish fatal fatality slay slaughter
injure injury wound hurt
end finish stop halt cease conclude conclusion
fire blaze flame
ban bar prohibit forbid prohibition
allow permit let authorize authorise
reveal disclose unveil show
buy purchase acquire acquisition
company firm business corporation trade
harm damage suffer
noon midday
lorry truck
car vehicle automobile automotive carmaker
ship vessel boat ferry
war conflict fighting hostility
talk discussion negotiation negotiate conversation discuss
deal agreement accord pact
help aid assist assistance support
urge ask request call demand
answer reply respond response
meeting meet summit
money cash
leader chief head boss
lawmaker legislator congressman congresswoman representative deputy mp
win victory triumph
lose loss defeat
attack strike assault raid walkout
blast explosion explode bomb bombing
arrest detain custody detention
charge indict indictment
law legislation bill act measure
rule regulation
plan proposal propose scheme
resign quit resignation
dismiss sack oust
appoint name nominate
announce announcement declare
warn warning caution
claim allege assert contend allegation
believe think
illness disease sickness
flood flooding
quake earthquake
crash collision collide
search hunt look
find discover discovery spot detect detection notice
build construct construction
destroy demolish raze
repair restore restoration renovation renovate fix
crowd audience spectator
share stock
revenue sale turnover
profit earning income
quarter quarterly
annual yearly full-year
inquiry investigation probe investigate
border frontier
troop soldier force military army
weapon arm gun firearm
weigh weight
replace exchange
reinforce strengthen
shop shopkeeper store
trader merchant retailer
own owner
closure close shut
reopen open
cross traffic
lane path
big large huge major
small little minor
quick rapid swift fast
modify amend amendment change alter
refer reference mention
present introduce table submit
oppose opposition against
back endorse sponsor co-sponsor
draft write author
order command instruct
abandon leave evacuate flee evacuation evacuee
child kid youngster
home house residence
police officer cop
murder homicide
sentence jail imprison prison
suspect accused
official authority regulator watchdog
worker employee staff job position post
doctor physician
student pupil
teacher instructor
movie film
plane aircraft jet airplane
leak seep seepage leakage
evening night nightfall dusk
dawn daybreak sunrise
judgment judgement verdict ruling
picture image photo photograph
wage pay salary
recruit hire recruitment
bribe bribery corruption
welcome praise hail applaud
criticise criticize condemn denounce criticism slam
promise vow pledge
hit affect
journey trip voyage
lawyer attorney solicitor barrister
prosecutor prosecution
scientist researcher
survey poll
dead deadly
finance financing fund funding
vanish disappear
save saving
merger takeover
highway motorway freeway
storm hurricane cyclone typhoon
teenager teen youth
court courthouse
moon lunar
send dispatch deploy deployment
firefighter fireman
earth soil
abduct kidnap
cancel scrap
postpone delay defer
seize confiscate
resident inhabitant villager
mediate mediation mediator
"""


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, words[0])
    return table


def canonical(lemma: str) -> str:
    """The lemma that stands for the group, or the lemma itself; a key of ``spelling`` ("praize") has one, too."""
    table = _table()
    plain = lemma.replace("iz", "is")
    plain = plain.removesuffix("ense") + "ence" if plain.endswith("ense") else plain
    return table.get(lemma) or table.get(plain) or lemma
