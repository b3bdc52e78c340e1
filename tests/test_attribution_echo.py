"""The same words in several mouths: a wrong attribution, or critics who throw one man's sentence back at him."""

from pathlib import Path

from checker import check

WORDS = "The people of this country deserve a harbour that works in winter and a council that keeps its word"


def speakers(tmp_path: Path, **accounts: str) -> list[str]:
    for name, text in accounts.items():
        lead = "The council of Karlsund met on Monday to speak of the harbour."
        (tmp_path / f"{name}.txt").write_text(f"{lead}\n\n{lead}\n\n{text}\n", encoding="utf-8")
    return [f.message for f in check([tmp_path], select=["ATTR"]).findings]


def test_three_accounts_that_name_three_speakers_differ(tmp_path: Path) -> None:
    said = {
        n: f"“{WORDS},” said {who}."
        for n, who in zip("abc", ("Ann Lee", "Bob Hill", "Carl Dunn"), strict=True)
    }
    assert speakers(tmp_path, **said)


def test_a_scrap_of_it_from_somebody_else_hides_nothing(tmp_path: Path) -> None:
    scrap = "Later, Carl Dunn was heard. “The people of this country,” said Carl Dunn, and sat down."
    assert speakers(tmp_path, a=f"“{WORDS},” said Ann Lee. {scrap}", b=f"“{WORDS},” said Bob Hill.")


def test_who_throws_the_words_back_is_no_other_speaker(tmp_path: Path) -> None:
    both = f"“{WORDS},” said Ann Lee. Nobody clapped. Then it grew loud. “{WORDS}!” said Bob Hill, laughing."
    assert speakers(tmp_path, a=f"“{WORDS},” said Ann Lee.", b=both) == []
