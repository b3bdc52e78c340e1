"""The day of a photograph is not the day of the event."""

from pathlib import Path

from checker import check

TOLD = (
    "{lead}\n\n2020-01-22\n\n{lead}\n\n{caption}\n\nMore witnesses will be heard next week, the speaker said."
)
WALK = "The councillors Emil Franke and Ida Krog walk to the town hall for the trial of Mayor Lena Hoff in Karlsund, {}"
ONE = (
    "In this image from video, Emil Franke speaks at the trial of Mayor Lena Hoff, Wednesday, Jan. 22, 2020."
)


def found(tmp_path: Path, one: str, other: str) -> list[str]:
    leads = (
        "The trial of Mayor Lena Hoff goes on.",
        "The council heard witnesses in the trial of Lena Hoff.",
    )
    for name, lead, caption in zip("ab", leads, (one, other), strict=True):
        (tmp_path / f"{name}.txt").write_text(TOLD.format(lead=lead, caption=caption), encoding="utf-8")
    return [f.message for f in check([tmp_path], select=["DATE"]).findings]


def test_two_photographs_of_two_days_do_not_differ(tmp_path: Path) -> None:
    assert found(tmp_path, ONE, WALK.format("January 21, 2020. REUTERS/Mira Holt")) == []


def test_two_reports_of_two_days_do(tmp_path: Path) -> None:
    told = "Emil Franke testified at the trial of Mayor Lena Hoff in Karlsund on {}."
    assert found(tmp_path, told.format("January 22, 2020"), told.format("January 21, 2020"))
