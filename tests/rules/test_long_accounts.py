"""NEG: what a long account tells of somebody it names can be held against another's; the rest needs short ones."""

from pathlib import Path

import pytest
from written import findings_in

from checker import check

TRIAL = (
    "The trial of three clerks over the harbour of Ostra ended on Tuesday. Anna Berg, who ran the port, was jailed. "
    "Emil Stone, her deputy, was fined. "
)
FILLER = " ".join(
    f"The {n} witness spoke of the {n} crane." for n in "first second third fourth fifth".split()
) + (
    " The harbour is old. It has two piers. Ships come from the north. Most of them carry salt. Some carry wood."
    " The court sat in the old hall. It was cold there. Nobody took off a coat. The hearing took two hours."
)


def opposites(folder: Path, one: str, other: str) -> list[str]:
    found = findings_in(folder, "NEG", f"{TRIAL} {one}", f"{TRIAL} {FILLER} {other}")
    return [f.message for f in found if "opposite" in f.message]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # who is told of without a name may be any of those who are named
        (
            "The former head of the port was jailed, but was cleared of taking bribes. "
            "An accountant, Carl Lind, was also convicted.",
            "A third clerk, the accountant Carl Lind, was acquitted of all charges.",
        ),
        (
            "The club of Carl Lind was closed. Carl Lind was reprimanded in May.",
            "Carl Lind was cleared in May.",
        ),
    ],
)
def test_a_verdict_on_somebody_named_is_told(tmp_path: Path, one: str, other: str) -> None:
    assert len(opposites(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # nobody is named
        ("An accountant was also convicted.", "An accountant was acquitted."),
        # of one charge and of another
        ("Carl Lind was convicted of fraud.", "Carl Lind was acquitted of bribery."),
        # what may come and go
        ("As Carl Lind went on, the hall laughed.", "The judge dismissed Carl Lind as a bore."),
    ],
)
def test_of_others_a_long_account_tells_too_much(tmp_path: Path, one: str, other: str) -> None:
    assert opposites(tmp_path, one, other) == []


def test_what_a_draft_says_once_of_somebody_named_is_no_lesser_difference(tmp_path: Path) -> None:
    said = "The minister, Rosa Helm, was ready to lower the surcharge. “Those who talk stay neighbours,” she said."
    wire = f"{said} She did not rule out taking the case to the court of the regional bloc in Velm."
    draft = (
        f"{said} A complaint to the regional court in Velm has been ruled out by Trade Minister Rosa Helm."
    )
    paths = tmp_path / "draft.txt", tmp_path / "wire.txt"
    for path, text in zip(paths, (draft, wire), strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    (found,) = check([paths[0]], against=[paths[1]], select=["NEG"], cache="off").findings
    assert not found.data.get("lesser")
