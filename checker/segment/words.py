"""Abbreviations, sentence openers and verbs of saying: closed lists of English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# a period after these never ends a sentence: something always follows
TITLES = _words(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt cpl pfc maj capt cmdr adm brig hon "
    "rev fr msgr pres supt insp det st mt ft messrs mme mlle vs v atty asst assoc dept deputy dist est "
    "approx ca cf e.g i.e viz al ex fig figs eq vol ch sec art op pp pg nos lt.gen maj.gen pvt spc dir "
    "min amb del sr.col ald supv"
)
# these are abbreviations only before a number
BEFORE_NUMBER = _words(
    "no nos art p pp sec ch vol fig jan feb mar apr jun jul aug sep sept oct nov dec approx"
)
# these may end a sentence; whether they do shows in the word that follows
MAYBE = _words(
    "inc corp co ltd llc plc bros jr sr etc a.m p.m am pm u.s u.k u.n e.u u.s.a u.a.e d.c n.y l.a n.c s.c "
    "n.j n.h n.m n.d s.d w.va r.i p.r b.c a.d ph.d m.d j.d b.a m.a ph.d. esq dept univ assn ave blvd rd "
    "st hwy calif fla tex mass conn pa wash ore ariz colo ill ind kan ky la md mich minn miss mo mont neb "
    "nev okla tenn va vt wis wyo ala ark del ga ky jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue tues wed thu thur thurs fri sat sun sq cu oz lb lbs ft in yd hr hrs min mins sec secs mph km kg "
    "est gop"
)
# words that open a sentence and, capitalised, are seldom part of a name
OPENERS = _words(
    "the a an this that these those he she it they we i you his her its their our my your there here but "
    "and or so yet nor if when while where what who why how which although though because since until "
    "unless after before as at by for from in on of to with without within under over during despite "
    "according also then thus however meanwhile moreover instead still now once some many most more much "
    "all both each every no none not one two three four five several few another other such even only "
    "just about among between among amid amongst against across earlier later last next today yesterday "
    "tomorrow asked speaking citing given rather perhaps maybe yes nobody everyone someone anyone "
    "officials police authorities critics supporters analysts experts investigators prosecutors lawmakers"
)
SAYING = _words(
    "said says say asked asks added adds told tells wrote writes stated declared announced replied "
    "responded answered tweeted posted continued explained recalled noted argued insisted warned "
    "exclaimed shouted yelled cried quipped joked concluded remarked commented observed wondered demanded "
    "chanted testified read reads urged repeated muttered began went mused countered retorted interjected "
    "inquired queried screamed sang laughed"
)
