"""ATTR: the same words given to another speaker, or a claim told as fact."""

from pathlib import Path

import pytest
from checker_rules.attribution import attr
from written import findings_in

from checker.testing import agree, differ, rule_cases, story_of

test_attr = rule_cases(
    attr,
    differ(
        "“We defended like schoolboys for all of the second half,” said coach [[Henrik Berg]]. "
        "His captain, Magnus Lind, left without a word.",
        "“We defended like schoolboys for all of the second half,” [[Magnus Lind]] told reporters.",
        note="the wrong speaker stands beside the right one",
    ),
    differ(
        "“The pier has to be mended before the storms come in,” [[Anna Berg]] told Carl Lind.",
        "“The pier has to be mended before the storms come in,” [[Carl Lind]] told Anna Berg.",
        note="who spoke and who listened have changed places",
    ),
    agree(
        "“The pier has to be mended before the storms come in,” Anna Berg told Carl Lind.",
        "“The pier has to be mended before the storms come in,” Carl Lind remembered that Anna Berg told him.",
        note="who listened tells of it",
    ),
    agree(
        "“The pier was shut by the town, not by her,” the lawyer for the defendant, Anna Berg, said.",
        "“The pier was shut by the town, not by her,” said Carl Lind, a lawyer. Anna Berg is on trial.",
        note="nobody knows whose name stands between the commas",
    ),
    differ(
        "“The pier was shut by the town, not by us,” the manager of the mine, [[Anna Berg]], said.",
        "“The pier was shut by the town, not by us,” said [[Carl Lind]], a driver. Anna Berg runs the mine.",
        note="an office and the name of who holds it",
    ),
    agree(
        "Anna Berg and Paul Stone sent a letter. “The families deserve full answers by the end of today,” Berg wrote.",
        "“The families deserve full answers by the end of today,” Paul Stone wrote.",
        note="a letter of two",
    ),
    agree(
        "“Every account was frozen within an hour of the order,” Treasury said, quoting Anna Berg.",
        "“Every account was frozen within an hour of the order,” Anna Berg told reporters.",
        note="an office and who holds it",
    ),
    agree(
        "“The families deserve full answers today,” said Minister Anna Berg.",
        "“The families deserve full answers today,” Berg said.",
    ),
    agree(
        "“The families deserve full answers today,” said Anna Berg.",
        "“The families deserve full answers today,” the minister said.",
        note="named in one account, described in the other",
    ),
    agree(
        "“The families deserve full answers today,” said Anna Berg.",
        "“The families deserve full answers today,” a spokesman said.",
    ),
    agree(
        "“The families deserve full answers today,” said Anna Berg.",
        "“The buses will run again on Monday morning,” said Paul Stone.",
        note="two utterances",
    ),
    agree("“We are fine,” said Anna Berg.", "“We are fine,” said Paul Stone.", note="too short to tell"),
    agree(
        "“The families deserve full answers today,” Berg wrote.",
        "“The families deserve full answers today,” according to Anna Berg.",
    ),
    agree(
        "Ben Smith, the editor, tweeted that “we stand by our reporting and the sources behind it.”",
        "“We stand by our reporting and the sources behind it,” Mr. Smith said.",
    ),
    agree(
        "Anna Berg said the bridge was unsafe.",
        "Paul Stone said the bridge was unsafe.",
        note="two may say it",
    ),
    agree("The company denied that it had known.", "The company said it had not known."),
    agree(
        "“The families deserve full answers today,” said Berg. Stone agreed.",
        "Stone agreed with Berg that “the families deserve full answers today.”",
    ),
    agree("The suspect fled on foot, police said.", "The suspect fled on foot."),
    agree("The minister said the bridge was unsafe.", "The bridge was unsafe."),
    agree("The mayor may have known of the defect.", "Critics claim the mayor knew of the defect."),
    agree(
        "Critics claim the mayor knew of the defect.", "Opponents allege that the mayor knew of the defect."
    ),
    agree(
        "“The families deserve full answers today,” said the mayor.",
        "“The families deserve full answers today,” said the mayor of Linden.",
    ),
    differ(
        "“The families deserve full answers today,” said [[Anna Berg]].",
        "“The families deserve full answers today,” said [[Paul Stone]].",
    ),
    differ(
        "[[Anna Berg]] told reporters: “The harbour will stay closed for at least a week.”",
        "“The harbour will stay closed for at least a week,” [[Paul Stone]] told reporters.",
    ),
    differ(
        "“Nobody warned us about the water in the tunnel,” [[Carl Lind]] said.",
        "“Nobody warned us about the water in the tunnel,” said [[Maria Lopez]], a passenger.",
    ),
    differ(
        "According to [[Carl Lind]], “nobody warned us about the water in the tunnel.”",
        "“Nobody warned us about the water in the tunnel,” said [[Maria Lopez]].",
    ),
    differ(
        "“This is the most important reform in twenty years,” [[Berg]] said.",
        "“This is the most important reform in twenty years,” [[Stone]] said.",
    ),
    differ(
        "Prime Minister [[Helen Marsh]] said: “We will not accept a border in the sea.”",
        "“We will not accept a border in the sea,” opposition leader [[Tom Vale]] said.",
    ),
    differ(
        "“Our nurses have worked without a day off since March,” said [[Tom Vale]].",
        "“Our nurses have worked without a day off since March,” wrote [[Helen Marsh]] in a letter.",
    ),
    differ(
        "“The cuts hit the poorest families in this city hardest,” said [[Tom Vale]].",
        "[[Helen Marsh]] said that “the cuts hit the poorest families in this city hardest.”",
    ),
    differ(
        "“I saw smoke rising from the engine before we landed,” passenger [[Lucy Hall]] recalled.",
        "“I saw smoke rising from the engine before we landed,” passenger [[Grace Wood]] recalled.",
    ),
    differ(
        "“The vaccine is safe and we recommend it to everyone,” Dr. [[Nina Hart]] said.",
        "“The vaccine is safe and we recommend it to everyone,” Dr. [[Omar Said]] said.",
    ),
    differ(
        "“We lost control of the match after the break,” [[Jan Kuiper]] admitted.",
        "“We lost control of the match after the break,” admitted [[Luis Mora]].",
    ),
    differ("[[The mayor knew of the defect]].", "Critics claim [[the mayor knew of the defect]]."),
    differ(
        "[[The company hid the test results]] for two years.",
        "Lawyers allege [[the company hid the test results]] for two years.",
        todo="the place",
    ),
    differ(
        "“Every ship in the region has been told to turn around,” Admiral [[Jan Kuiper]] said.",
        "“Every ship in the region has been told to turn around,” said Admiral [[Peter Frost]].",
    ),
    differ(
        "“There is no plan to close the second reactor,” [[Helen Marsh]] told parliament.",
        "“There is no plan to close the second reactor,” [[Omar Said]] told parliament.",
    ),
    agree(
        "The guards claim that the owner set the fire.",
        "The owner set the fire, a court found in May.",
        note="what a court found is told as fact rightly",
    ),
    agree(
        "“The pumps have failed for the third time this year,” said Maria Sakharova.",
        "“The pumps have failed for the third time this year,” said Zakharova.",
        note="one name in two spellings",
    ),
    agree(
        "“You know you are desperate when you are willing to break the law,” the White House responded in a statement.",
        "WH responds to the report: “you know you are desperate when you are willing to break the law,” it said.",
        note="an abbreviation",
    ),
    agree(
        "“As the governor said today, we are still waiting for the council to tell us what it will pay,” said Tom Ek.",
        "Governor Anna Berg complained that they are “still waiting for the council to tell us what it will pay.”",
        note="who repeats another's words says so",
    ),
    agree(
        "Lawmakers approved a motion that rejected “disparaging statements by officials of the "
        "harbour board,” Reuters reported.",
        "The House of Commons passed a motion rejecting “disparaging statements by officials of the harbour board.”",
        note="who reports words did not say them",
    ),
    agree(
        "“The owner again put the ferry to sea for his political and personal benefit at the expense "
        "of safety,” Schiff said.",
        "The report says the owner “again put the ferry to sea for his political and personal "
        "benefit at the expense of safety.”",
        note="a report and who wrote it",
    ),
    agree(
        "“I know what people like about him. The problem is, mayors can't just say anything they "
        "want,” Marco Holm said.",
        "Holm's rival called him small. In response, Little Marco said that “mayors can't just say "
        "anything they want.”",
        note="a nickname",
    ),
    agree(
        "In a memo Gen. Joseph Dunford, Jr. said: “The orders stand until the minister has issued "
        "new guidance to the fleet.”",
        "“The orders stand until the minister has issued new guidance to the fleet,” Dunford said in the message.",
        note="father and son",
    ),
)


def test_who_speaks_for_a_body_is_for_a_look(tmp_path: Path) -> None:
    words = (
        "The longer the council waits with the bridge, the more challenging it will be to plan the traffic"
    )
    said = f"“{words},” the White House said.", f"“{words},” Jay Carney said. Carney smiled."
    (found,) = findings_in(tmp_path, "ATTR", *said)
    assert found.verdict == "review"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("Jay Carney gave an interview on Sunday, in which he said “{}.”", ["fail"]),
        # which of the two he is was our own guess
        ("Jay Carney met Ruth Palm on Sunday, and in a letter he said “{}.”", []),
    ],
)
def test_a_pronoun_for_the_only_one_in_its_sentence(tmp_path: Path, given: str, found: list[str]) -> None:
    words = "there is no plan for a new bridge over the Norrsund that would become part of my agenda"
    said = (
        f"Tom Lind met the fishermen on Monday. “{words.capitalize()},” Ben Stone said.",
        f"Tom Lind met the fishermen on Monday. {given.format(words)}",
    )
    assert [f.verdict for f in findings_in(tmp_path, "ATTR", *said)] == found


def test_a_time_zone_does_not_speak() -> None:
    told = "harbour inspectors have sent the file on to prosecutors"
    story = story_of(
        {"a": f'Lanes closed.\n\n— 11:55 a.m. ET: U.S. Attorney in New Jersey confirms that "{told}."'}
    )
    assert [q.value.speaker for d in story.documents for q in d.quotes] != ["et"]
