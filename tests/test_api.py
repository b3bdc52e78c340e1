"""The public names, as the contract has them."""

from pathlib import Path

import pytest

import checker
from checker.errors import ConfigError, NothingToCompareError

TEXT = (
    "A fire at the fish market of Porto Verde killed {} people on Monday, the mayor said. The market closed."
)


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.chdir(tmp_path)
    files = [tmp_path / f"{name}.txt" for name in ("coast", "harbour", "hill")]
    for file, number in zip(files, (12, 15, 12), strict=True):
        file.write_text(TEXT.format(number), "utf-8")
    return files


def test_check_takes_paths_and_settings(accounts: list[Path]) -> None:
    report = checker.check(accounts, select=["NUM"], cache="off", inferer="off")
    assert isinstance(report, checker.Report)
    assert [f.code for f in report.findings] == ["NUM"] and isinstance(report.findings[0], checker.Finding)
    assert report.model_dump(mode="json")["format"] == 1
    assert "<html" in report.to_html()
    assert 0 <= report.support("harbour.txt") <= 1
    assert report.run.config["select"] == {"value": ["NUM"], "origin": "argument"}


def test_a_draft_against_sources(accounts: list[Path]) -> None:
    report = checker.check(accounts[1:2], against=[accounts[0], str(accounts[2])], cache="off", inferer="off")
    kinds = {s.id: s.kind for s in report.sources}
    assert kinds == {"harbour": "draft", "coast": "wire", "hill": "wire"}
    assert all(any(e.document == "harbour" for e in f.evidence) for f in report.findings)


def test_errors_are_ours(accounts: list[Path]) -> None:
    with pytest.raises(ConfigError, match=r"argument: unknown setting 'selct' .did you mean 'select'"):
        checker.check(accounts, selct=["NUM"])
    with pytest.raises(NothingToCompareError):
        checker.check(accounts[:1], cache="off")
    assert issubclass(NothingToCompareError, checker.CheckerError)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = checker.chekc


def test_the_embedder_gives_unit_rows() -> None:
    import numpy

    rows = checker.load_embedder().encode(["A dog ran.", "A cat ran.", "Rates rose."])
    assert rows.dtype == numpy.float32 and rows.shape[0] == 3
    assert numpy.allclose(numpy.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_every_public_name_is_there() -> None:
    assert set(checker.__all__) == set(checker._HOME_OF)
    for name in checker.__all__:
        assert getattr(checker, name) is not None and name in dir(checker)
