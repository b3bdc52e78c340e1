"""Short accounts in quite other words: what stands alone for its kind is held against what stands alone there."""

from pathlib import Path

import pytest
from written import findings_in

BRIDGE = (
    "The bridge over the Sola near Wiesing was closed to lorries on Monday after a diver had found cracks. {a} "
    "Engineers will look at the pillars for the rest of the week. Shopkeepers in Wiesing fear for their trade."
)
CROSSING = (
    "Lorries may not cross the Sola at Wiesing since Monday, when cracks were discovered by a diver. {b} "
    "The pillars are to be inspected until the weekend. A petition against the closure has been signed by many."
)
FRAUD = (
    "A court in Lund ruled on Friday on the affair of the vanished savings. {a} "
    "The savers have hardly got anything back. The bank has since been sold."
)
SAVINGS = (
    "The affair of the savings that vanished has come to an end in the court of Lund. {b} "
    "Hardly any of the money has been returned to the savers. The ruling came on Friday after a long night."
)


@pytest.mark.parametrize(
    ("code", "frame", "one", "other", "words"),
    [
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The detour over the hills is 17 kilometres long and passes a school.",
            "Drivers have to take a way round of 41 kilometres, past a school in the hills.",
            ("17 kilometres", "41 kilometres"),
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The town will hire 40 guards to turn drivers back at the ramp.",
            "At the ramp drivers are to be sent back by 14 guards whom the town is looking for.",
            ("40 guards", "14 guards"),
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "A bank in Lund has granted a loan of $3.6 million for new pillars.",
            "The new pillars will be paid for with $6.3 million lent by a bank in Lund.",
            ("$3.6 million", "$6.3 million"),
        ),
        (
            "NUM",
            (FRAUD, SAVINGS),
            "It sentenced the former cashier, Ole Brandt, to nine years in prison.",
            "Ole Brandt, once the cashier, was given six years behind bars.",
            ("nine years", "six years"),
        ),
        (
            "NUM",
            (FRAUD, SAVINGS),
            "The cashier was jailed for nine years and taken away at once.",
            "Judge Ida Falk handed a sentence of six years to the woman who had kept the books.",
            ("nine years", "six years"),
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The council has set a hearing on repairs for May 12.",
            "Repairs are to be discussed at a hearing on May 21.",
            ("May 12", "May 21"),
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "A new bridge will be ready for the fair of 2031.",
            "The new bridge is to be ready for the fair of 2034.",
            ("2031", "2034"),
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The pillars had last been painted in September 2019.",
            "It was in September 2016 that the pillars were painted last.",
            ("September 2019", "September 2016"),
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The ramp will open again at 6 a.m. on Thursday for buses.",
            "For buses the ramp is to open again on Saturday at 6 a.m.",
            ("Thursday", "Saturday"),
        ),
        (
            "NAME",
            (FRAUD, SAVINGS),
            "The savers were spoken for by Amira Hassoun, a teacher, who had lost most.",
            "Amira Haddad, a teacher who had lost most of all, spoke for the savers.",
            ("Amira Hassoun", "Amira Haddad"),
        ),
        (
            "NAME",
            (FRAUD, SAVINGS),
            "Ole Brandt, the deputy head of the savings office, kept silent.",
            "Silent all the time was Ole Brandt, the head of the savings office.",
            ("deputy head", "head"),
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "The diver, a Slovak engineer with thirty years of work behind him, took pictures of every crack.",
            "Every crack was pictured by the diver, a Slovenian engineer.",
            ("Slovak", "Slovenian"),
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "Lorries will be led across the river at the village of Trenna.",
            "It is at Brunnau that lorries will now be led across the river.",
            ("Trenna", "Brunnau"),
        ),
        (
            "NAME",
            (FRAUD, SAVINGS),
            "Ole Brandt, the mayor of the town, had warned the savers.",
            "The savers had been warned by Ole Brandt, the deputy governor.",
            ("mayor", "deputy governor"),
        ),
        (
            "NAME",
            (FRAUD, SAVINGS),
            "Ole Brandt of the Green Alliance had warned the savers.",
            "The savers had been warned by Ole Brandt, who sits for the Liberal Party.",
            ("Green Alliance", "Liberal Party"),
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The dive lasted two hours and 52 minutes.",
            "The dive had lasted two hours and 18 minutes.",
            ("52 minutes", "18 minutes"),
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The mayor has led the polls in Wiesing for five months now.",
            "For two months the mayor has led the polls in Wiesing.",
            ("five months", "two months"),
        ),
    ],
)
def test_what_stands_alone_is_held_against_its_like(
    tmp_path: Path, code: str, frame: tuple[str, str], one: str, other: str, words: tuple[str, str]
) -> None:
    found = findings_in(tmp_path, code, frame[0].format(a=one), frame[1].format(b=other))
    assert len(found) == 1
    assert all(word in found[0].message for word in words)
    assert not found[0].data.get("lesser")


@pytest.mark.parametrize(
    ("code", "frame", "one", "other"),
    [
        # another year, another place, asked for and granted, two people
        (
            "NUM",
            (BRIDGE, CROSSING),
            "In 2011 it had cost 3 million euros.",
            "It will now cost 9 million euros.",
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "In Wiesing 40 people protested at the ramp.",
            "In Brunnau 14 people protested at the ramp.",
        ),
        (
            "NUM",
            (FRAUD, SAVINGS),
            "Prosecutors had asked for nine years in prison for the cashier.",
            "The cashier was sentenced to six years in prison.",
        ),
        (
            "NUM",
            (FRAUD, SAVINGS),
            "It sentenced the former cashier, Ole Brandt, to nine years in prison.",
            "Rita Moen, who had helped him, was given six years behind bars.",
        ),
        (
            "NUM",
            (FRAUD, SAVINGS),
            "Ole Brandt was sentenced to six years in prison, two of them suspended.",
            "Ole Brandt, who had served two years in jail before, was given six years behind bars.",
        ),
        # one named, and his wife
        (
            "NUM",
            (FRAUD, SAVINGS),
            "Ole Brandt was sentenced to nine years in prison.",
            "His wife was given six years behind bars.",
        ),
        # what is left of a whole
        (
            "NUM",
            (FRAUD, SAVINGS),
            "The ruling was reached by seven judges to two.",
            "Two of the nine judges did not agree with the ruling.",
        ),
        # an hour of another place, a year of the past
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The ramp was closed at 9:40 p.m. local time.",
            "It was at 20:40 GMT that the ramp was closed.",
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The bridge was built in 1931.",
            "The bridge was last repaired in 1998.",
        ),
        # a land and its town, two things at two places, a former office
        (
            "NAME",
            (BRIDGE, CROSSING),
            "The steel will come from a mill in Austria.",
            "The steel will come from a mill near Brunnau.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "The road to Trenna will be widened for them.",
            "The tunnel to Brunnau will be opened for them.",
        ),
        (
            "NAME",
            (FRAUD, SAVINGS),
            "Ole Brandt, the former mayor, had warned the savers.",
            "The savers had been warned by Ole Brandt, the governor.",
        ),
        # sentences that are near for their subject or their hours, with hardly a word in common
        (
            "NAME",
            (BRIDGE, CROSSING),
            "Lorries will be led across the river near the village of Trenna.",
            "It is at Brunnau that lorries will now be led across the river.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "Lorries will be led across the river in a suburb of Trenna.",
            "Lorries will be led across the river in Brunnau.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "The ramp will be watched by Ida Holm, the highest-ranking Republican in the valley.",
            "The ramp will be watched by a New York businessman who knows the valley.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "The ramp was seen by the valley's Lt. Governor Ida Holm.",
            "Ida Holm, the valley's lieutenant governor, looked at the ramp.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "Ida Holm to Oslo as bridge envoy.",
            "Ida Holm to replace Lund as bridge envoy.",
        ),
        # a later hour, another night's quarrels, the day of what came after
        (
            "NUM",
            (BRIDGE, CROSSING),
            "Five lorries are waiting at the ramp.",
            "By then eleven lorries were waiting at the ramp.",
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The governor of the valley, Ida Holm, on Friday backed a toll for lorries.",
            "Ahead of the decisive ballot Tuesday, governor Ida Holm of the valley announced that she backs a toll.",
        ),
        # two who told something, a page's own hours, measures that go on from another
        (
            "DATE",
            (BRIDGE, CROSSING),
            "But two papers in Lund reported Monday night that the diver had been seen at the pillars.",
            "Sunday night, police said that the diver was not at the pillars.",
        ),
        ("DATE", (BRIDGE, CROSSING), "Update at 8:30 a.m.", "Update at 10:52 a.m."),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The dive lasted two hours and 52 minutes.",
            "The longest dive here had lasted four hours, 18 minutes.",
        ),
        # two polls, two orders
        (
            "NAME",
            (BRIDGE, CROSSING),
            "Ida Holm leads Ole Brandt among the drivers of Trenna, a poll says.",
            "Ole Brandt leads Ida Holm by 53 percent to 40 percent in the valley, a poll says.",
        ),
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The governor of the valley signed an order on January 20 that keeps lorries off the bridge.",
            "The initial order that keeps lorries off the bridge was signed by the governor of the valley on Jan. 27.",
        ),
        # steps of one affair
        (
            "DATE",
            (BRIDGE, CROSSING),
            "The council impeached the mayor Wednesday evening, approving two articles on abuse of power and neglect "
            "of the bridge.",
            "The council's leaders unveiled two articles against the mayor on Tuesday morning, on abuse of power and "
            "neglect of the bridge.",
        ),
        (
            "NUM",
            (BRIDGE, CROSSING),
            "The mayor has led the polls in Wiesing for five months.",
            "The mayor leads the polls in Wiesing two months before the first votes are cast.",
        ),
        (
            "NAME",
            (BRIDGE, CROSSING),
            "With the bridge the Florida senator could win votes from the mayor in Wiesing.",
            "The mayor said votes in Wiesing were stolen after the Texas senator had spread rumours on the bridge.",
        ),
    ],
)
def test_what_is_of_two_things_is_left_alone(
    tmp_path: Path, code: str, frame: tuple[str, str], one: str, other: str
) -> None:
    assert not findings_in(tmp_path, code, frame[0].format(a=one), frame[1].format(b=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A tree crushed a parked car in North Haven.", "A roof was torn off a barn in North Bergen."),
        ("Roads were flooded in San Pedro.", "Streets stood under water in San Marco."),
    ],
)
def test_towns_that_share_a_word_are_no_namesakes(tmp_path: Path, one: str, other: str) -> None:
    storm = "A storm crossed the coast on Sunday night and cut the power of thousands."
    power = "Thousands were without power after a storm on Sunday."
    end = "The wind is expected to drop by Tuesday. Schools stay shut."
    said = (f"{storm} {one} {end}", f"{power} {other} {end}")
    assert not findings_in(tmp_path, "NAME", *said, one_story=True)
