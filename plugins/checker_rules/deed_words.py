"""Words for what one does to another: verbs with their objects, converses (lend and borrow), nouns."""

# a row for a deed, its first word the key; "throw:at" has whom under "at", "buy:'s" has whom as owner of the object
_ROWS = """
throw throw:at hurl:at toss:at fling:at lob:at chuck:at sling:at throw:over pour:over empty:over tip:over throw:on
spit spit:at spit:on
accuse accuse charge:with blame:for
blame blame lay_blame:on put_blame:on blame:on
sue sue file_suit:against file_lawsuit:against bring_suit:against bring_lawsuit:against take_court file_action:against
sue bring_action:against bring_case:against start_proceeding:against bring_proceeding:against lodge_lawsuit:against
sue begin_proceeding:against open_proceeding:against launch_lawsuit:against launch_suit:against drag_court
complain file_complaint:against lodge_complaint:against bring_complaint:against make_complaint:against
hit hit slap punch strike beat_up kick attack assault stab knife smack cuff headbutt thump push shove floor
shoot shoot gun_down shoot_down shoot:at fire:at open_fire:on
buy buy purchase acquire take_over absorb swallow snap_up buy_out swallow_up take_control:of gobble_up
absorbed merge_into
sell buy:from purchase:from acquire:from buy:'s purchase:'s acquire:'s
sold sell:to
lend lend loan advance lend:to loan:to give_loan grant_loan extend_loan:to give_loan:to
borrow borrow:from owe owe:to take_loan:from
lease lease:to rent:to let:to
rent lease:from rent:from
give give:to donate:to present:to hand:to hand_over:to bequeath:to leave:to
get receive:from get:from inherit:from accept:from inherit:'s
beat beat defeat overcome thrash rout edge outplay overpower knock_out win:against see_off trounce crush
lose lose:to fall:to go_down:to succumb:to bow:to
urge urge press exhort implore beg pressure lobby entreat call:on call_on appeal:to plead:with ask request
rescue rescue save pull:from drag:from free
invite invite
cheat cheat swindle defraud con dupe
apologise apologise:to apologize:to offer_apology:to make_apology:to
hire hire:'s poach:'s recruit:'s lure_away:'s
expel expel deport banish throw_out kick_out order_out order:out_of
criticise criticise criticize condemn denounce slam rebuke chide scold berate lambast blast lash_out:at
dismiss dismiss sack fire oust
arrest arrest detain seize
succeed succeed replace take_over:from
precede precede make_way:for give_way:to
tell inform alert notify tip_off warn
help help assist aid
leave leave dump divorce jilt walk_out:on file_divorce:from
insult insult offend mock ridicule call_name
threaten threaten menace
chase chase pursue follow
invade invade march:into
kill kill murder slay
rob rob mug burgle
kidnap kidnap abduct
bite bite
overtake overtake pass
ram ram run_into crash:into
appoint appoint name nominate
recall recall
blackmail blackmail extort
"""
VERBS: dict[str, str] = {}
for _row in _ROWS.strip().split("\n"):
    _key, *_words = _row.split()
    VERBS |= {word: _key for word in _words if word not in VERBS}
# told from the other side
CONVERSE = {
    "sold": "sell",
    "absorbed": "buy",
    "borrow": "lend",
    "rent": "lease",
    "get": "give",
    "lose": "beat",
    "precede": "succeed",
}
# who stands for whoever sent him
ENVOYS = frozenset("ambassador envoy diplomat consul attache attaché delegation".split())
PARTICLES = frozenset("over out up down off away on into".split())
# who met whom is the same both ways, and both may have thanked the other
MUTUAL = frozenset(
    "meet marry face play join call date know hug kiss greet divorce resemble match thank praise "
    "congratulate".split()
)
# verbs that are no deed of their own without a noun or a particle: "file a suit", "take over"
LIGHT_VERBS = MUTUAL | frozenset(
    "file bring take open lodge make lay put give grant extend offer start begin launch drag go come have do be "
    "get keep let see say tell want find include show become leave laud applaud commend".split()
)
# who does it to whom changes from day to day, or goes both ways; keys of the rows above, and of synonyms the first
BOTH_WAYS = frozenset(
    "accuse blame urge criticise insult threaten help leave tell chase hit throw sue complain invite "
    "fight love hate like trust fear respect need visit oppose contact telephone phone email interview consult "
    "describe consider refer answer challenge question welcome host embrace back endorse sanction".split()
)
# who leads in one state, or in one poll, may trail in another
POLLED = frozenset({"lead", "trail"})
# sides of a war do it to each other
OF_WAR = frozenset({"hit", "shoot", "kill", "kidnap", "arrest", "threaten", "invade"})
# seldom done by both
ONE_WAY = frozenset({"hit", "throw", "chase", "sue", "complain"})
_NOUNS = """
buy takeover purchase acquisition
sue lawsuit suit
complain complaint
hit attack assault
accuse accusation allegation
criticise criticism condemnation
rescue rescue
beat victory win
urge appeal
expel expulsion
dismiss dismissal
kill murder killing
arrest arrest
apologise apology
lend loan
"""
NOUNS = {noun: row.split()[0] for row in _NOUNS.strip().split("\n") for noun in row.split()[1:]}
NOUN_BY = frozenset({"by", "from"})
NOUN_TO = frozenset({"of", "on", "against", "over", "to", "at"})
