"""OMIT and ADD: what is lacking is said so, and other wording is not."""

from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest
from checker_rules.coverage import Options, add, omit
from checker_rules.lacks import Lack
from checker_rules.sifting import SPARE

from checker import check
from checker.embed import load_embedder
from checker.infer import load_inferer
from checker.models.findings import Finding
from checker.protocols import Inferer
from checker.rules.engine import run_rules
from checker.rules.services import Embed, Nli, Services
from checker.testing.story import story_of

LEAD = "The old bridge in Karlsund was reopened on Saturday after repairs that took two years."
MAYOR = "Mayor Anton Brekke cut the ribbon at noon in front of a large crowd."
CRACKS = "Inspectors had found cracks in two of the five arches in April 2023."
COST = "The repairs cost 18 million euros, paid by the city and the state of Norland."
OWNER = "Mira Holt, who owns a bakery on the north bank, said she had lost half her customers."
QUOTE = "“This bridge belongs to everyone who has ever walked across it,” Brekke said."


# what every account has, so that none is a mere teaser
REST = [
    "Traffic had been sent over the new bridge two kilometres upstream, which was often jammed in the "
    "mornings.",
    "Cyclists now have a lane of their own, and lorries of more than 12 tonnes may no longer cross the "
    "river here.",
    "In the autumn the arches are to be lit at night, as they were before the war, the city said.",
]


def findings(
    tmp_path: Path, *accounts: list[str], draft: bool = False, teaser: str = "Read more"
) -> list[Finding]:
    paths = []
    for name, sentences in zip("abcd", accounts, strict=False):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n\n".join([*sentences, *([] if teaser in sentences else REST)]), encoding="utf-8")
        paths.append(path)
    report = check(paths[:1], against=paths[1:], cache="off") if draft else check(paths, cache="off")
    assert not report.failures
    return [f for f in report.findings if f.category in ("omission", "addition")]


def lacks(found: list[Finding], account: str, words: str) -> list[Finding]:
    return [
        f
        for f in found
        if any(e.document == account and e.role == "absent" for e in f.evidence)
        and any(words in e.exact for e in f.evidence)
    ]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [(COST, "18 million"), (CRACKS, "cracks"), (OWNER, "bakery"), (QUOTE, "belongs to everyone")],
)
def test_what_two_accounts_carry_and_the_third_lacks_is_an_omission(
    tmp_path: Path, left_out: str, words: str
) -> None:
    every = [LEAD, MAYOR, CRACKS, COST, OWNER, QUOTE]
    reworded = [
        "After two years of repairs, the old bridge in Karlsund opened again on Saturday.",
        "At noon Anton Brekke, the mayor, cut a ribbon before a big crowd.",
        "In April 2023 cracks had been discovered in two of its five arches by inspectors.",
        "City and the state of Norland paid 18 million euros for the repairs.",
        "Half her customers were lost, said Mira Holt, the owner of a bakery on the north bank.",
        "Brekke said: “This bridge belongs to everyone who has ever walked across it.”",
    ]
    found = findings(tmp_path, every, reworded, [s for s in every if s != left_out])
    (omission,) = [f for f in lacks(found, "c", words) if f.code == "OMIT"][:1]
    assert {e.document for e in omission.evidence if e.role == "support"} == {"a", "b"}
    assert omission.verdict == "review"


def test_copies_of_one_wire_text_count_once(tmp_path: Path) -> None:
    every = [LEAD, MAYOR, CRACKS, COST, OWNER]
    found = findings(tmp_path, every, every, [s for s in every if s != COST])
    assert [f.code for f in lacks(found, "c", "18 million")] == ["ADD"]


def test_accounts_in_other_words_lack_nothing(tmp_path: Path) -> None:
    first = [LEAD, MAYOR, CRACKS, COST]
    second = [
        "After two years of repairs, the old bridge in Karlsund opened again on Saturday.",
        "At noon Anton Brekke, the mayor, cut a ribbon before a big crowd.",
        "In April 2023 cracks had been discovered in two of its five arches by inspectors.",
        "City and the state of Norland paid 18 million euros for the repairs.",
    ]
    assert findings(tmp_path, first, second) == []


def test_what_one_account_alone_has_is_an_addition(tmp_path: Path) -> None:
    base = [LEAD, MAYOR, CRACKS, COST]
    found = findings(
        tmp_path, [*base, "A ferry collided with the north pier on Friday evening, injuring a sailor."], base
    )
    (addition,) = lacks(found, "b", "ferry collided")
    assert addition.code == "ADD"
    assert addition.severity == "info"


def test_an_actor_nobody_else_names_is_an_addition_though_the_deed_is_the_same(tmp_path: Path) -> None:
    base = [
        "The council of Norland adopted the harbour plan on Monday by 30 votes to 12.",
        "The Greens abstained in the final vote on their own amendment.",
        "The plan will cost 40 million euros over ten years.",
    ]
    found = findings(tmp_path, [*base, "The Farmers' Union abstained in the vote."], base)
    assert lacks(found, "b", "Farmers' Union abstained")


def test_half_of_a_sentence_is_reported_by_its_missing_part(tmp_path: Path) -> None:
    base = [LEAD, MAYOR, COST]
    full = [
        LEAD,
        MAYOR,
        "The repairs cost 18 million euros, and a worker fell into the river during the last week.",
    ]
    found = findings(tmp_path, full, base)
    (addition,) = lacks(found, "b", "worker fell into the river")
    marked = [
        addition.primary.exact[m.start - addition.primary.span.start : m.end - addition.primary.span.start]
        for m in addition.primary.marks
    ]
    assert marked == ["a worker fell into the river during the last week"]


def test_a_teaser_is_said_to_lack_nothing(tmp_path: Path) -> None:
    every = [LEAD, MAYOR, CRACKS, COST, OWNER]
    found = findings(tmp_path, every, [LEAD, "Read more"])
    assert not [f for f in found if any(e.document == "b" and e.role == "absent" for e in f.evidence)]


def test_a_draft_lacks_what_one_source_carries(tmp_path: Path) -> None:
    draft = [LEAD, MAYOR, CRACKS]
    found = findings(tmp_path, draft, [LEAD, MAYOR, CRACKS, COST], [LEAD, MAYOR, OWNER], draft=True)
    assert [f.code for f in lacks(found, "a", "18 million")] == ["OMIT"]
    assert all({"a"} <= {e.document for e in f.evidence} for f in found)


def test_short_words_quoted_by_two_accounts_are_missed_in_the_third(tmp_path: Path) -> None:
    short = "“We did it then and we will do it again,” Brekke said."
    every = [LEAD, MAYOR, CRACKS, COST]
    retold = [
        "After two years of repairs, the old bridge in Karlsund opened again on Saturday.",
        "At noon Anton Brekke, the mayor, cut a ribbon before a big crowd.",
        "Brekke said: “We did it then and we will do it again.”",
    ]
    found = findings(tmp_path, [*every, short], retold, every)
    assert [f.code for f in lacks(found, "c", "we will do it again")] == ["OMIT"]


def test_against_sources_only_is_said_of_what_no_source_has(tmp_path: Path) -> None:
    draft = [LEAD, MAYOR, CRACKS, COST, "A brass band from Sudmark played on the north bank all afternoon."]
    found = findings(tmp_path, draft, [LEAD, MAYOR, CRACKS], [LEAD, MAYOR, COST, OWNER], draft=True)
    only = [f.message for f in found if f.code == "ADD"]
    assert len(only) == 1 and "brass band" in only[0]


def test_a_teaser_does_not_keep_back_what_one_account_alone_has(tmp_path: Path) -> None:
    teaser = ["The old bridge in Karlsund was reopened on Saturday.", "Read more"]
    found = findings(tmp_path, [LEAD, MAYOR, CRACKS, OWNER], [LEAD, MAYOR, CRACKS], teaser)
    assert any(f.code == "ADD" and "bakery" in f.message for f in found)


def test_the_clause_that_introduces_a_quotation_is_no_news(tmp_path: Path) -> None:
    said = "Mira Holt of Sudmark began a tour of the arches by asking: “Who paid for a bridge that we all cross?”"
    found = findings(tmp_path, [LEAD, MAYOR, CRACKS, OWNER, said], [LEAD, MAYOR, CRACKS])
    assert any("bakery" in f.message for f in found)
    assert not any("by asking" in f.message for f in found)


def test_a_plural_that_begins_a_sentence_is_nobody_s_name(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        [LEAD, MAYOR, "Evacuees were being looked after in two schools in Sudmark."],
        [LEAD, MAYOR, "Two schools in Sudmark were opened for people who had to leave their homes."],
    )
    assert all(f.confidence < 0.88 for f in found if "Evacuees" in f.message)


def test_an_officer_without_his_name_is_the_same_actor(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        [LEAD, MAYOR, "Prosecutor Lena Falk welcomed the ruling.", CRACKS, OWNER],
        [
            LEAD,
            MAYOR,
            "The builder said there would be an appeal. The prosecutor welcomed the judgment.",
            CRACKS,
        ],
    )
    assert any("bakery" in f.message for f in found)
    assert not any("ruling" in f.message for f in found)


def test_what_is_shown_stands_by_itself() -> None:
    leaning = "Others slept at the leisure centre in Sudmark, which is also a school."
    full = "Two schools and the leisure centre have been opened as shelters."
    story = story_of({"a": leaning, "b": full})
    says = tuple(next(s for s in d.statements if "leisure" in s.text) for d in story.documents)
    assert Lack(says, (), 0.5).best.text.startswith("Two schools")


def test_what_is_shown_begins_as_a_sentence_does(tmp_path: Path) -> None:
    said = "Mira Holt said a bakery on the north bank had lost half its customers to the closure."
    found = findings(tmp_path, [LEAD, MAYOR, CRACKS, said], [LEAD, MAYOR, CRACKS])
    (shown,) = [f.message.split(": ", 1)[1] for f in found if "bakery" in f.message]
    assert shown.startswith("A bakery")


def test_an_office_that_speaks_is_named_in_full(tmp_path: Path) -> None:
    words = "“The money was spent on school fees and on trips that no voter had paid for,”"
    found = findings(
        tmp_path,
        [LEAD, MAYOR, f"{words} according to the Norland Attorney's Office."],
        [f"After two years the old bridge in Karlsund opened again. {words} the office wrote.", CRACKS],
        [LEAD, MAYOR],
    )
    assert any("Norland Attorney's Office" in f.message for f in lacks(found, "c", "school fees"))


FIRMS = "Several firms have spoken out against the toll."
HAULIERS = "The ferry company and two hauliers on the south bank voiced their opposition to the toll."
BAND = "A brass band from Sudmark played on the north bank all afternoon."


class BearsOut:
    """Says that premises with the word "hauliers" entail what "firms" did, and of nothing else anything."""

    name = "test:bears-out"
    sha256 = ""

    def __init__(self, sure: float = 0.9) -> None:
        self.sure = sure
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> numpy.ndarray:
        self.asked += pairs
        rows = [
            [0.0, self.sure, 1 - self.sure] if "hauliers" in a and "firms" in b else [0.01, 0.01, 0.98]
            for a, b in pairs
        ]
        return numpy.array(rows, dtype=numpy.float32).reshape(-1, 3)


def run(*accounts: list[str], inferer: Inferer | None, **options: float) -> list[Finding]:
    story = story_of({n: "\n\n".join([*s, *REST]) for n, s in zip("abcd", accounts, strict=False)})
    services = Services(
        nli=Nli(inferer) if inferer else None,
        embed=Embed(load_embedder()),
        options={code: Options(**options) for code in ("OMIT", "ADD")},
    )
    found, failures = run_rules([story], [omit, add], services)
    assert not failures
    return found


def test_what_another_account_bears_out_in_other_words_is_not_lacking() -> None:
    accounts = [LEAD, MAYOR, COST, FIRMS, BAND], [LEAD, MAYOR, COST, HAULIERS]
    without = run(*accounts, inferer=None)
    assert lacks(without, "b", "spoken out") and lacks(without, "b", "brass band")
    for inferer in (BearsOut(), load_inferer(cache=False)):
        found = run(*accounts, inferer=inferer)
        # what is borne out is taken away, and nothing else
        assert {f.message for f in without if "spoken out" not in f.message} == {f.message for f in found}


def test_only_what_the_model_is_sure_of_is_taken_away() -> None:
    accounts = [LEAD, MAYOR, COST, FIRMS], [LEAD, MAYOR, COST, HAULIERS]
    assert lacks(run(*accounts, inferer=BearsOut(0.7)), "b", "spoken out")
    assert not lacks(run(*accounts, inferer=BearsOut(0.7), borne_out=0.6), "b", "spoken out")


def test_an_omission_stays_where_one_of_two_accounts_bears_it_out() -> None:
    accounts = [LEAD, MAYOR, FIRMS], [LEAD, MAYOR, FIRMS, BAND], [LEAD, MAYOR, HAULIERS], [LEAD, MAYOR, COST]
    absent = [
        [{e.document for e in f.evidence if e.role == "absent"} for f in lacks(found, "d", "spoken out")]
        for found in (run(*accounts, inferer=None), run(*accounts, inferer=BearsOut()))
    ]
    assert absent == [[{"c", "d"}], [{"d"}]]


def test_the_model_is_asked_of_what_may_be_shown_alone() -> None:
    inferer = BearsOut()
    accounts = [LEAD, MAYOR, COST, FIRMS, BAND, OWNER, QUOTE, CRACKS], [LEAD, MAYOR, COST, HAULIERS]
    run(*accounts, inferer=inferer, most=1)
    assert 0 < len({hypothesis for _, hypothesis in inferer.asked}) <= 1 + SPARE
