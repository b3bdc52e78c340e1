"""QUOT: the same speaker's words differ between accounts."""

from pathlib import Path

import pytest
from checker_rules.quotations import quot
from written import findings_in

from checker import Finding, check
from checker.testing import agree, differ, rule_cases

BOAT = (
    "“We have every available vessel out there and we will not stop before morning,” said Captain Anna Berg."
)

test_quot = rule_cases(
    quot,
    agree(BOAT, BOAT.replace("Captain Anna Berg", "Berg"), note="the same words"),
    agree(
        BOAT,
        "“We have every available vessel out there,” Berg said. She would not rest, she added.",
        note="shortened",
    ),
    agree(
        BOAT,
        "“We have every available vessel out there … we will not stop before morning,” Berg said.",
        note="ellipsis",
    ),
    agree(
        BOAT,
        "“We have every available vessel out there,” Berg said, “and we will not stop before morning.”",
        note="split",
    ),
    agree(
        BOAT,
        "“We have every available vessel [at sea] and we will not stop before morning,” Berg said.",
        note="bracket",
    ),
    agree(
        BOAT,
        '"We have every available vessel out there, and we will not stop before morning," Berg said.',
        note="marks",
    ),
    agree(
        "“It's our defence, and we've got every boat we can find,” Berg said.",
        "“It is our defense and we have got every boat we can find,” said Berg.",
        note="contractions and spelling",
    ),
    agree(
        "“I would like to know who those people are and what they want,” Stone said.",
        "“I'd like to know who those people are and what they want,” Stone said.",
    ),
    agree(
        "“Our work force has grown by a third since the spring,” Stone said.",
        "“Our workforce has grown by a third since the spring,” Stone said.",
        note="one word or two",
    ),
    agree(
        "“Some of it was good & some of it was bad, and that is how it goes,” Stone said.",
        "“Some of it was good and some of it was bad, and that is how it goes,” Stone said.",
    ),
    agree(
        "“He should pay for it, and he has the money,” Stone said.",
        "“He should pay [for] it, and he has the money,” Stone said.",
    ),
    agree(
        "“[T]he agency has never answered our letters about the dam,” Stone said.",
        "“The agency has never answered our letters about the dam,” Stone said.",
    ),
    agree(
        "“They are trying to take the harbour from us with bull----, all of a sudden,” Stone said.",
        "“They are trying to take the harbour from us with bullshit, all of a sudden,” Stone said.",
        note="masked in one account only",
    ),
    agree(
        "“I am not going to pay for that f***ing wall,” Stone said.",
        "“I am not going to pay for that f**king wall,” Stone said.",
        note="masked otherwise",
    ),
    agree(
        "“The U.S. has three aircraft in the region,” Stone said.",
        "“The US has 3 aircraft in the region,” Stone said.",
    ),
    agree(
        "“We are proud of this team,” Berg said.",
        "“The harbour will reopen on Monday,” Berg said.",
        note="two utterances",
    ),
    agree(
        "“This is an invasion of our country and we will stop it,” Stone said.",
        "“We have drugs and criminals coming into the country every day,” Stone said.",
        note="he says similar things twice",
    ),
    agree(
        "“The new law does not discriminate against anyone,” Berg said.",
        "“It is not the intent of the law to discriminate against anyone, and the courts will see to "
        "that,” Berg said.",
        note="he says similar things twice",
    ),
    agree(
        "“We did not reach a decision as to whether the mayor committed a crime,” Stone said.",
        "“If we had confidence that the mayor clearly did not commit a crime, we would have said "
        "that,” Stone said.",
        note="two sentences of one speech",
    ),
    agree(
        "“It was a massacre,” Berg said.",
        "Stone called the evening “a disaster for the whole city.”",
        note="two speakers",
    ),
    agree(
        "“They ruined his life and it is very unfair,” Stone said. "
        "“They destroyed his life and it is very unfair,” he said later.",
        "“They destroyed his life and it is very unfair,” Stone said.",
        note="both versions are told",
    ),
    agree(
        "“We will go to court next week,” said Berg, who called the suit groundless.",
        "“The suit is without merit and we will go to court next week,” Berg said.",
        note="a denial in another clause",
    ),
    agree(
        "He does not “ask that the channel be taken off the air,” Stone wrote.",
        "“I do not ask that the channel be taken off the air,” Stone wrote.",
        note="the denial stands outside of the marks",
    ),
    agree(
        "They vowed that the assembly would “defend its rights in the courts and in public.”",
        "The speaker vowed that “the assembly will defend its rights.”",
        note="quotations that overlap",
    ),
    agree("The mayor spoke of a “difficult week.”", "The mayor spoke of a “difficult week” for the city."),
    agree(
        "Berg praised the “quick reaction” of the crew.",
        "Berg praised the “long experience” of the pilots.",
        note="two things",
    ),
    agree(
        "“Stop, or I will shoot,” the officer shouted, according to Anna Berg.",
        "“Stop or I will shoot!” the officer shouted, according to Berg.",
    ),
    agree(
        "“Either you pay the fine or you lose the licence,” Stone said.",
        "“Either you pay the fine or you lose the license,” Stone said.",
    ),
    differ(
        "“We have every [[available]] vessel out there and we will not stop before morning,” said Berg.",
        "“We have every [[single]] vessel out there and we will not stop before morning,” said Berg.",
        "Berg is quoted as saying “available” by left, “single” by right.",
    ),
    differ(
        "“They cannot believe what they are [[finding]] in the archive,” Stone said.",
        "“They cannot believe what they are [[hiding]] in the archive,” Stone said.",
    ),
    differ(
        "“The bill leaves angry [[shareholders]] and cheated contractors behind,” Stone said.",
        "“The bill leaves angry [[stockholders]] and cheated contractors behind,” Stone said.",
    ),
    differ(
        "“We will [[not]] raise taxes on working families this year,” Berg said.",
        "“We [[will raise]] taxes on working families this year,” Berg said.",
    ),
    differ(
        "“I am [[only]] interested in the port if we get the railway,” Stone said.",
        "“I am [[perhaps]] interested in the port if we get the railway,” Stone said.",
    ),
    differ(
        "“His conduct is [[unworthy]] of a member of parliament,” Berg said.",
        "“His conduct is [[typical]] of a member of parliament,” Berg said.",
    ),
    differ(
        "“We want a fair deal with our neighbours by the [[spring]],” Marsh said.",
        "“We want a fair deal with our neighbours by the [[autumn]],” Marsh said.",
    ),
    differ(
        "“The company [[knowingly]] sold faulty brakes to the railway,” Lind said.",
        "“The company [[may have]] sold faulty brakes to the railway,” Lind said.",
    ),
    differ(
        "“Our hospitals are close to [[collapse]],” Dr. Nina Hart warned.",
        "“Our hospitals are close to [[capacity]],” Dr. Nina Hart warned.",
    ),
    differ(
        "“The verdict is a [[great]] day for this family and for the [[country]],” Lopez said.",
        "“The verdict is a [[sad]] day for this family and for the [[courts]],” Lopez said.",
    ),
    differ(
        "“Without the coast guard it would have been a [[massacre]],” Paul said.",
        "“Without the coast guard it would have been a [[disaster]],” Paul said.",
    ),
    differ(
        "“I will appeal against this [[shameful]] ruling,” said Reed.",
        "“I will appeal against this [[surprising]] ruling,” said Reed.",
    ),
    differ(
        "“The talks were [[useful]] and we will meet again in May,” Marsh said.",
        "“The talks were [[difficult]] and we will meet again in May,” Marsh said.",
    ),
    differ(
        "“Nobody on the bridge saw the [[second]] ship,” Kuiper told the court.",
        "“Nobody on the bridge saw the [[other]] ship,” Kuiper told the court.",
    ),
    differ(
        "“This club [[belongs]] to its fans and to nobody else,” Mora said.",
        "“This club [[owes everything]] to its fans and to nobody else,” Mora said.",
    ),
    differ(
        "“We made a [[terrible]] mistake and we are sorry,” the chairman, Carl Lind, said.",
        "“We made a [[small]] mistake and we are sorry,” Carl Lind said.",
    ),
    differ(
        "“The dam was [[inspected]] twice last year by our engineers,” Stone said.",
        "“The dam was [[repaired]] twice last year by our engineers,” Stone said.",
    ),
    differ(
        "“There is no [[evidence]] that the water is unsafe to drink,” Hart said.",
        "“There is no [[doubt]] that the water is unsafe to drink,” Hart said.",
    ),
    differ(
        "“Voters want jobs and [[security]] before anything else,” Vale said.",
        "“Voters want jobs and [[dignity]] before anything else,” Vale said.",
    ),
    differ(
        "“We expect to [[hire]] four hundred people in the north,” Stone said.",
        "“We expect to [[fire]] four hundred people in the north,” Stone said.",
    ),
    differ(
        "“My client [[denies]] every charge in the indictment,” the lawyer, Grace Wood, said.",
        "“My client [[regrets]] every charge in the indictment,” Grace Wood said.",
    ),
    differ(
        "“The strike has cost the port [[ten]] million euros so far,” Kuiper said.",
        "“The strike has cost the port [[thirty]] million euros so far,” Kuiper said.",
    ),
    agree(
        "“We will find the money for the school and its yard,” the mayor said in March.",
        "“We will find the money for the bridge and its road,” the mayor said in September.",
        note="promises of two months",
    ),
    agree(
        "“No, I have not asked anybody for money,” Stone said.",
        "“I have not asked anybody for money,” Stone said.",
        note="a no by itself turns nothing",
    ),
    differ(
        "“I think the minister [[should]] resign before the summer,” Vale said.",
        "“I think the minister [[will]] resign before the summer,” Vale said.",
    ),
    differ(
        "“It was the [[proudest]] moment of my life as a player,” Mora said.",
        "“It was the [[worst]] moment of my life as a player,” Mora said.",
    ),
    differ(
        "Berg said she had “very [[good talks]]” with the union on Friday.",
        "Berg said she had “very [[constructive discussions]]” with the union on Friday.",
    ),
    differ(
        "“Our [[friends]] in the region can rely on us at any hour,” Marsh said.",
        "“Our [[partners]] in the region can rely on us at any hour,” Marsh said.",
    ),
    differ(
        "Nobody may board a ship “until after the pilot has shown the master a licence in force [[and]] insurance.”",
        "Nobody may board a ship “until after the pilot has shown the master a licence in force [[without]] insurance” "
        "and a port may ask no owner “to carry a licence in force and insurance on every voyage.”",
        note="the like in another passage is no second version",
    ),
    differ(
        "Norland will do what it takes, Falk will say today. “Norland will [[not]] do what it takes to keep the "
        "ferry to Ostra sailing through the winter,” Falk said.",
        "“Norland [[will do]] what it takes to keep the ferry to Ostra sailing through the winter,” Falk said.",
        note="told in short before",
    ),
    agree(
        "“The storm took our roofs and our boats, but tonight we sit together and the spirit of this island will "
        "not be broken,” Moe said.",
        "“The spirit of this island will not be broken. And we rebuild here, in the oldest harbour of the north, "
        "because we know that work and patience have always carried us,” Moe said.",
        note="one account breaks off where the other begins",
    ),
    differ(
        "Norland Shipping said on Monday that Falk “will not be [[returning]] to the board of Ostra Ferries.”",
        "Through their company Norland Shipping, the Lunds issued a statement: “After a careful review Norland "
        "and Falk have agreed that Falk will not be [[added]] to the board of Ostra Ferries.”",
        note="said by way of a company",
    ),
    differ(
        "“The old men who run this harbour (badly) [[smell]] a bargain when they see it,” Moe said.",
        "“The old men who run this harbour (badly) [[fear]] a bargain when they see it,” Moe said.",
        note="the speaker's own brackets",
    ),
    agree(
        "“The ship was fine when it entered our CTA (controlled traffic area), and it was gone in a minute,” Moe said.",
        "“The ship was fine when it entered our [controlled traffic area], and it was gone in a minute,” Moe said.",
        note="an editor's bracket for the speaker's word",
    ),
    differ(
        "“This is one more example of a council that keeps the rules it [[likes]] and forgets the others,” Moe said.",
        'The talks ended late."If you want a deal with every owner you cannot have a binding one this year, Lund '
        "told the paper.The council was silent and the owners had asked for more time in the spring."
        '"This is one more example of a council that keeps the rules it [[writes]] and forgets the others," Moe told '
        "the paper.",
        note="a mark is missing before",
    ),
    agree(
        "“We have never seen snow like this – it came right up to the roof,” Berg said.",
        "“It came right up to the roof,” Berg said.",
        note="another clause was left out",
    ),
    agree(
        "In another interview with the Velm Star on Thursday, Berg endorsed Moe, saying: “I’m ready to jump in this "
        "fight and make sure that Anna Moe is the next mayor of the town of Velm and be sure that Carl Lind gets "
        "nowhere near the Town Hall.”",
        "Berg told Radio Osk's Rosa Helm tonight, “I am ready to get in this fight and work my heart out for Anna Moe "
        "to become the next mayor of the town of Velm, and to make sure that Carl Lind never gets anyplace close to "
        "the Town Hall.”",
        note="said to two listeners",
    ),
)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [("everyone", "everybody", "review"), ("everyone", "nobody", "fail"), ("everyone", "family", "fail")],
)
def test_another_form_of_one_word_stops_no_publication(
    tmp_path: Path, one: str, other: str, verdict: str
) -> None:
    said = "“This is a great day for {} in the harbour and in the city,” Grace Lopez said on Monday."
    paths = []
    for name, word in (("a", one), ("b", other), ("c", other)):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"The harbour of Karlsund was reopened.\n\n{said.format(word)}\n")
    found = [f for f in check(paths, cache="off").findings if f.code == "QUOT"]
    assert [f.verdict for f in found] == [verdict]


def _quoted(folder: Path, *versions: str) -> list[Finding]:
    paths = []
    for n, words in enumerate(versions):
        paths.append(folder / f"{n}.txt")
        paths[-1].write_text(
            f"The harbour was reopened.\n\n“{words},” Grace Lopez said on Monday.\n", "utf-8"
        )
    return [f for f in check(paths, cache="off").findings if f.code == "QUOT"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The only reason we came is the new harbour", "The only reason why we came is the new harbour"),
        (
            "We are proud to announce a deal for the port",
            "We are proud to announce today a deal for the port",
        ),
        ("We did some things differently at the port", "We did some things different at the port"),
        ("It was a shock through the whole town", "It was a shock throughout the whole town"),
        ("They lack my vote and they lack Anna's vote too", "They lack my vote and they lack Anna's too"),
        (
            "We call for the imposing of fines on every ship",
            "We call for the imposition of fines on every ship",
        ),
        ("It is, you know, the best harbour in the north", "It is the best harbour in the north"),
        ("I cannot help, Mr. Chairman, that you want it all", "I cannot help it that you want it all"),
        ("I hope that you all like the new harbour", "I hope that you like the new harbour"),
        ("The last time, Karl, you closed the harbour", "The last time you closed the harbour"),
        ("I do not want to sell it or lend it", "I do not want to sell it, I do not want to lend it"),
        ("We did that, madam President, in the first week", "We did that in the first week"),
    ],
)
def test_how_speech_is_written_down_is_a_matter_of_wording(tmp_path: Path, one: str, other: str) -> None:
    rest = " and that is what we told the council from the first day"
    found = _quoted(tmp_path, one + rest, other + rest)
    assert {(f.category, f.severity, f.verdict) for f in found} <= {("wording", "info", "review")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We waited twenty-five years", "We waited 25 years"),
        ("Our town's one of the poorest", "Our town is one of the poorest"),
        ("Senator Berg never asked us", "Sen. Berg never asked us"),
        ("We paid that f—ing toll", "We paid that f---ing toll"),
        ("It is bold, perhaps too bold, and I like it", "It is bold … and I like it"),
        ("We lost 20% of the ships", "We lost 20 percent of the ships"),
    ],
)
def test_the_same_words_in_another_writing_are_no_finding(tmp_path: Path, one: str, other: str) -> None:
    rest = " and that is what we told the council from the first day"
    assert not _quoted(tmp_path, one + rest, other + rest)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("His actions this month show what he is", "His actions last month show what he is"),
        (
            "We blame them for this reckless spending in the port",
            "We blame them for this spending in the port",
        ),
        ("We waited 20 years for the port", "We waited 200 years for the port"),
        ("He can feel safe in the port", "He should feel safe in the port"),
    ],
)
def test_another_sense_stops_a_publication(tmp_path: Path, one: str, other: str) -> None:
    rest = " and that is what we told the council from the first day"
    (found,) = _quoted(tmp_path, one + rest, other + rest)
    assert (found.category, found.severity, found.verdict) == ("quotation", "error", "fail")


def test_the_tense_is_for_a_look(tmp_path: Path) -> None:
    rest = " for everybody who had to live from the port all those years"
    (found,) = _quoted(
        tmp_path, "We know what that struggle was" + rest, "We know what that struggle is" + rest
    )
    assert (found.category, found.severity, found.verdict) == ("quotation", "warning", "review")


def test_a_pronoun_is_not_told_for_a_name(tmp_path: Path) -> None:
    text = "Grace Lopez opened the harbour. She was proud. “It is a {} day for all of us in this old town,” she said.\n"
    paths = []
    for n, word in enumerate(("great", "sad")):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(text.format(word), "utf-8")
    (found,) = [f for f in check(paths, cache="off").findings if f.code == "QUOT"]
    assert not found.message.startswith("She")


def test_two_versions_that_one_account_quotes_both_stop_nobody(tmp_path: Path) -> None:
    one = "A failure would materially increase the danger that the harbour has to close before the winter"
    other = one.replace("materially", "significantly")
    assert [f.verdict for f in _quoted(tmp_path, one, other)] == ["fail"]
    both = (
        f"{one},” Grace Lopez said. Asked again she said: “I said it would significantly increase the danger"
    )
    assert "fail" not in [f.verdict for f in _quoted(tmp_path, one, other, both)]
    # what the account says itself, or quotes of somebody else, is no second version of hers
    prose = f"{one},” Grace Lopez said. Tom Reed feared it would significantly increase the danger. “So do I"
    assert "fail" in [f.verdict for f in _quoted(tmp_path, one, other, prose)]


def test_what_the_other_account_quotes_elsewhere_stops_nobody(tmp_path: Path) -> None:
    first = "We owe the town an honest account of every ship that was lost"
    more = first + ", this is about the truth and the law, and we will give it in full"
    fewer = first + ", and we will give it in full"
    assert [f.verdict for f in _quoted(tmp_path, more, fewer)] == ["fail"]
    twice = f"{fewer},” Grace Lopez said. She added: “This is about the truth and the law"
    assert [f.verdict for f in _quoted(tmp_path, more, twice)] == ["review"]


REST = " and it left the harbour on Friday with nine people on board"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The contract was secret and illegal and signed in a night",
            "The contract was secret and signed in a night",
        ),
        ("We will refuse to sell the land to them", "We will sell the land to them"),
        ("Our last enemy, Norland, closed the harbour", "Our last enemy closed the harbour"),
        ("It was an attack by Israel on the town", "It was an attack on the town"),
        ("They spilled a million gallons near the town", "They spilled gallons near the town"),
        ("The ships were lost. I was drunk and left", "The ships were lost … I left"),
        ("The ships were lost, we hardly ever told the master", "The ships were lost … we told the master"),
    ],
)
def test_what_turns_or_limits_the_sense_still_stops(tmp_path: Path, one: str, other: str) -> None:
    assert [f.verdict for f in _quoted(tmp_path, one + REST, other + REST)] == ["fail"]


def test_words_in_passing_are_for_a_look(tmp_path: Path) -> None:
    one = "I do not want to have to stop either one of the boats again"
    found = _quoted(tmp_path, one + REST, one.replace("either one of ", "") + REST)
    assert [f.verdict for f in found] == ["review"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "I don't talk about the boats anymore. I told you, I don't talk about the boats anymore",
            "I don't talk about the boats anymore. The reason I don't is because then everybody will write of them",
        ),
        (
            "For that reason, I will veto HB 757 in this session",
            "For that reason I will veto House Bill 757 in this session",
        ),
        (
            "He was the grey eminence of that whole time in Ostra",
            "He was the grey éminence of that whole time in Ostra",
        ),
    ],
)
def test_another_sentence_that_follows_initials_and_accents_alter_nothing(
    tmp_path: Path, one: str, other: str
) -> None:
    assert not [f for f in _quoted(tmp_path, one, other) if f.category == "quotation"]


def test_a_little_word_is_no_abbreviation(tmp_path: Path) -> None:
    one = "We will see that it pays for the damage that was done in the harbour"
    found = _quoted(tmp_path, one, one.replace("that it pays", "that Israel today pays"))
    assert [f.category for f in found] == ["quotation"]


POST = "The people who run this harbour know a bargain when they see one. {} I will sail from Ostra instead."
NEXT = "When asked for a price they named one that nobody could pay."
CITED = "“{}” Moe wrote. “{}”"


@pytest.mark.parametrize(
    ("quoted", "beside", "given", "found"),
    [
        ("smell a", NEXT, POST.format(NEXT), ["review"]),
        # the reporter tells it in words of his own: nothing beside it is cited
        ("smell a", "I am no fool.", POST.format("A price was named in May."), []),
        # another pointer: a matter of wording
        ("know this", NEXT, POST.format(NEXT), []),
        # only left out
        ("really know a", NEXT, POST.format(NEXT), []),
        # the speaker's own person
        (
            "smell a",
            "Enough!",
            "Our masters who run this harbour know a bargain when they see one.",
            ["review"],
        ),
    ],
)
def test_words_that_another_account_gives_without_marks(
    tmp_path: Path, quoted: str, beside: str, given: str, found: list[str]
) -> None:
    who = "Our masters" if given.startswith("Our") else "The people"
    said = f"{who} who run this harbour {quoted} bargain when they see one,"
    paths = []
    for n, words in enumerate((CITED.format(said, beside), given)):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(
            f"Anders Moe moved the regatta of Karlsund to Ostra on Monday.\n\n{words}\n", "utf-8"
        )
    assert [f.verdict for f in check(paths, cache="off").findings if f.code == "QUOT"] == found


def test_one_account_breaks_off_where_the_other_begins(tmp_path: Path) -> None:
    one = (
        "The wind took our roofs and our boats while most of us were asleep, but tonight we sit together in the "
        "hall and the spirit of this island will not be broken by rain"
    )
    other = (
        "The spirit of this island will be broken by rain. There is money for every family that has to rebuild, "
        "and the council of Ostra has promised wood, nails and forty carpenters until the autumn"
    )
    (found,) = _quoted(tmp_path, one, other)
    assert (found.data["kind"], found.verdict) == ("altered", "fail")
    same = other.replace("will be", "will not be")
    assert not _quoted(tmp_path, one, same)
    # he may have come back to it in other words
    assert [f.verdict for f in _quoted(tmp_path, one, same.replace("island", "town"))] == ["review"]


def test_the_present_of_a_tale_is_for_a_look(tmp_path: Path) -> None:
    one = "Then the master says, I am going to leave the ship, and we all ran to the boats on the other side"
    found = _quoted(tmp_path, one, one.replace("says", "said"))
    assert [(f.severity, f.verdict) for f in found] == [("warning", "review")]


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("{} — Anders Moe, May 3", ["fail"]),
        # he said it twice, and the account quotes both
        ("“{},” he wrote a day later.", []),
        # what it shows is another post
        ("Whoever runs this harbour smells a bargain — Anders Moe, May 3", ["fail"]),
    ],
)
def test_an_account_that_shows_the_post_and_quotes_it_wrongly(
    tmp_path: Path, shown: str, found: list[str]
) -> None:
    post = "The people who run this harbour know a bargain when they see one and never pay the full price"
    slip = post.replace("know", "smell")
    texts = (f"“{slip},” Moe wrote.\n\n{shown.format(post)}", f"“{post},” Moe wrote on Monday.")
    paths = []
    for n, text in enumerate(texts):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(
            f"Anders Moe moved the regatta of Karlsund to Ostra on Monday.\n\n{text}\n", "utf-8"
        )
    assert [f.verdict for f in check(paths, cache="off").findings if f.code == "QUOT"] == found


def test_two_short_calls_of_which_one_has_no_speaker(tmp_path: Path) -> None:
    told = "Anders Moe ran for harbour master of Karlsund on Monday.\n\n{}\n"
    texts = (
        "‘I couldn't vote for Anders Moe’: a captain speaks out",
        "“Get out and vote for Anders Moe,” Ida Holm said.",
    )
    for n, words in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(told.format(words), "utf-8")
    found = check(sorted(tmp_path.iterdir()), cache="off").findings
    assert not [f for f in found if f.code == "QUOT" and f.verdict == "fail"]


def test_a_speech_without_marks_in_which_more_is_slightly_otherwise(tmp_path: Path) -> None:
    said = "For too long the fishermen have not been heard or believed when they dared to speak to who owns the boats"
    given = (
        f"And {said[0].lower()}{said[1:].replace('dared to speak', 'dared speak')}. But their winter is over."
    )
    quoted = f"“{said.replace('or believed', 'perhaps believed')},” Moe wrote. “But their winter is over.”"
    for n, words in enumerate((quoted, given)):
        (tmp_path / f"{n}.txt").write_text(
            f"Anders Moe moved the regatta of Karlsund to Ostra on Monday.\n\n{words}\n", "utf-8"
        )
    found = check(sorted(tmp_path.iterdir()), cache="off").findings
    assert [(f.data["kind"], f.verdict) for f in found if f.code == "QUOT"] == [("retold", "review")]


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("the oldest harbour", "fail"),
        ("among the oldest harbours", "review"),
        ("one of our oldest harbours", "review"),
    ],
)
def test_one_of_several_is_not_the_only_one(tmp_path: Path, other: str, verdict: str) -> None:
    said = "“This is {} ever found, and it is certainly the smallest,” said Anna Berg."
    found = findings_in(tmp_path, "QUOT", said.format("one of the oldest harbours"), said.format(other))
    assert [f.verdict for f in found] == [verdict]
