"""Words for people and for what befell them: which nouns count persons, which words say dead, injured,
missing."""

from checker.annotate.lexer import word_set

# generic: they say no more than that persons are counted
GENERIC = word_set("person people human individual victim life soul casualty body somebody")
PERSONS = GENERIC | word_set(
    "man woman child boy girl baby infant toddler teenager teen adult youth pensioner student pupil teacher "
    "worker "
    "employee staffer official officer policeman cop soldier troop serviceman marine sailor airman fighter "
    "militant "
    "insurgent rebel gunman attacker terrorist civilian bystander resident villager citizen national tourist "
    "visitor passenger driver pilot crew crewman crewmember firefighter paramedic doctor nurse medic patient "
    "journalist reporter protester demonstrator activist migrant refugee asylum-seeker prisoner inmate "
    "detainee "
    "hostage captive suspect defendant juror voter delegate lawmaker legislator deputy mp senator "
    "representative "
    "congressman congresswoman minister member diplomat ambassador judge lawyer player fan spectator "
    "customer "
    "guest guard agent aide volunteer family relative brother sister son daughter mother father parent "
    "friend "
    "Palestinian Israeli Ukrainian Russian American miner farmer fisherman climber hiker skier swimmer "
    "cyclist "
    "pedestrian motorist rescuer survivor fatality peacekeeper combatant reservist veteran settler "
    "worshipper "
    "shopper commuter evacuee traveller traveler newborn orphan widow Democrat Republican candidate leader"
)
# state -> (verbs whose object it befalls, verbs whose subject it befalls, adjectives, nouns)
_STATES: dict[str, tuple[str, str, str, str]] = {
    "dead": (
        "kill murder slay assassinate execute massacre shoot-dead",
        "die perish drown succumb",
        "dead",
        "death fatality dead killing",
    ),
    "injured": (
        "injure wound hurt hospitalize hospitalise maim burn",
        "",
        "injured wounded hurt",
        "injury wounded injured",
    ),
    "casualty": ("", "", "", "casualty"),
    "missing": ("", "disappear vanish", "missing unaccounted", "missing"),
    "arrested": ("arrest detain imprison jail", "", "arrested detained", "arrest detention detainee"),
    "charged": ("charge indict", "", "", "indictment"),
    "convicted": ("convict sentence", "", "", "conviction"),
    "acquitted": ("acquit exonerate", "", "", "acquittal"),
    "displaced": ("displace uproot", "", "homeless displaced", "displaced"),
    "evacuated": ("evacuate", "", "", "evacuee evacuation"),
    "rescued": ("rescue save", "", "", "rescue"),
    "survived": ("", "survive", "alive", "survivor"),
    "trapped": ("trap bury strand", "", "trapped stranded", ""),
    "abducted": ("abduct kidnap capture seize", "", "captive", "hostage captive abductee"),
    "released": ("release free liberate", "", "", ""),
    "infected": ("infect sicken", "", "infected sick ill", "infection"),
    "dismissed": ("dismiss fire sack suspend", "", "", "layoff redundancy"),
    "deported": ("deport expel", "", "", "deportation expulsion"),
    "vaccinated": ("vaccinate inoculate", "", "vaccinated", ""),
}
BEFALLS = {verb: state for state, words in _STATES.items() for verb in words[0].split()}
UNDERGOES = {verb: state for state, words in _STATES.items() for verb in words[1].split()}
ADJECTIVES = {word: state for state, words in _STATES.items() for word in words[2].split()}
NOUNS = {word: state for state, words in _STATES.items() for word in words[3].split()}
# forms that the small pipeline lemmatises wrongly when they stand without a noun
FORMS = {
    "killed": "kill", "injured": "injure", "wounded": "wound", "hurt": "hurt", "arrested": "arrest",
    "wounding": "wound",
    "injuring": "injure", "killing": "kill", "hospitalized": "hospitalize", "hospitalised": "hospitalise",
    "detained": "detain", "displaced": "displace", "evacuated": "evacuate", "rescued": "rescue",
    "died": "die",
    "kills": "kill", "injures": "injure", "wounds": "wound", "dies": "die", "trapped": "trap",
    "stranded": "strand",
}  # fmt: skip


def state_of_verb(lemma: str, form: str) -> tuple[str, bool]:
    """The state that a verb puts persons in, and whether it befalls its object; empty when it puts them in
    none."""
    lemma = FORMS.get(form, lemma)
    if lemma in BEFALLS:
        return BEFALLS[lemma], True
    return UNDERGOES.get(lemma, ""), False
