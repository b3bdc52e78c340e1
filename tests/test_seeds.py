"""The sample stories: all that is expected is found, nothing that must not be said, no other sure finding."""

from pathlib import Path

import pytest

from checker.testing.seeds import check_seed, complaints, load_seed, seed_paths

SEEDS = seed_paths(Path(__file__).parent.parent / "seeds")


def test_there_are_at_least_four_stories() -> None:
    assert len(SEEDS) >= 4


@pytest.mark.parametrize("folder", SEEDS, ids=lambda p: p.name)
def test_report_holds_what_is_expected(folder: Path) -> None:
    seed = load_seed(folder)
    report = check_seed(seed, cache="off")
    assert not report.failures
    assert complaints(seed, report) == []


@pytest.mark.parametrize("folder", SEEDS, ids=lambda p: p.name)
def test_accounts_look_like_pages(folder: Path) -> None:
    for path in load_seed(folder).accounts:
        words = path.read_text("utf-8").split()
        assert 150 <= len(words) <= 400, f"{path.name} has {len(words)} words"
