"""Writing results: refused before the work, whole or not at all, devices left alone."""

import os
from io import StringIO
from pathlib import Path

import pytest

from checker.cli.output import Output, check_writable, pair, write, write_atomically
from checker.cli.results import render_complete
from checker.errors import OutputError, UsageError
from checker.models.report import Report
from checker.render.json_ import read_report


@pytest.mark.parametrize(
    ("formats", "files", "expected"),
    [
        ([], [], [("text", None)]),
        (["json"], [], [("json", None)]),
        (["json"], ["-"], [("json", None)]),
        ([], ["r.html"], [("html", "r.html")]),
        ([], ["r.unknown"], [("text", "r.unknown")]),
        (["json"], ["r.html"], [("json", "r.html")]),
        (["json", "text"], ["r.json"], [("json", "r.json"), ("text", None)]),
        (["json"], ["a.json", "b.md"], [("json", "a.json"), ("markdown", "b.md")]),
        (["mine"], [], [("mine", None)]),
    ],
)
def test_pairs(formats: list[str], files: list[str], expected: list[tuple[str, str | None]]) -> None:
    made = pair(formats, files, more=["mine"])
    assert [(o.format, str(o.file) if o.file else None) for o in made] == expected


def test_one_place_takes_one_output() -> None:
    with pytest.raises(UsageError, match=r"Two outputs go to .*a\.json"):
        pair(["json", "text"], ["a.json", "./a.json"])


def test_written_whole_and_with_the_mode_of_what_it_replaces(tmp_path: Path) -> None:
    file = tmp_path / "r.txt"
    file.write_text("old")
    file.chmod(0o640)
    write([Output("text", file)], lambda output: "new “words”")
    assert file.read_text("utf-8") == "new “words”\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "r.txt"
    link.symlink_to(tmp_path / "real" / "r.txt")
    write_atomically(link, "words")
    assert link.is_symlink() and (tmp_path / "real" / "r.txt").read_text() == "words"


def test_a_renderer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "r.txt"
    file.write_text("old")

    def fails(output: Output) -> str:
        raise ValueError

    with pytest.raises(ValueError):
        write([Output("text", file)], fails)
    assert file.read_text() == "old" and list(tmp_path.iterdir()) == [file]


def test_a_full_disk_is_one_sentence_and_the_device_stays() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    check_writable([Output("text", full)])
    with pytest.raises(OutputError, match="No space left"):
        write_atomically(full, "words")
    assert full.is_char_device()


def test_a_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        check_writable([Output("text", fifo)])
        write_atomically(fifo, "words")
        assert os.read(reader, 100) == b"words"
    finally:
        os.close(reader)
    assert fifo.is_fifo()


def test_what_cannot_be_written_is_refused_before(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "no" / "r.json", Path("/proc/r.json")):
        with pytest.raises(OutputError, match="Cannot write"):
            check_writable([Output("json", file)])
    check_writable([Output("json", tmp_path / "r.json"), Output("text")])
    assert list(tmp_path.iterdir()) == []


def test_files_are_written_before_what_may_close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Closed())
    with pytest.raises(BrokenPipeError):
        write([Output("html"), Output("sarif", tmp_path / "r.sarif")], lambda output: "words")
    assert (tmp_path / "r.sarif").read_text("utf-8") == "words\n"


def test_a_format_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(report: Report) -> str:
        raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no")

    monkeypatch.setattr("checker.render.sarif.render", fails)
    outputs = [Output("sarif"), Output("json", Path("r.json")), Output("slides", Path("s"))]
    report, texts = render_complete(Report(), outputs, {"slides": lambda report: "slides"}, lambda: ())
    assert list(texts) == [outputs[2], outputs[1]] and texts[outputs[2]] == "slides"
    (failure,) = read_report(texts[outputs[1]]).failures
    assert failure.target == "sarif" and "'sarif' failed: UnicodeEncodeError" in failure.error
    assert report.run.incomplete and report.failures == (failure,)
