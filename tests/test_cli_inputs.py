"""No verb writes its result over what it reads, whatever path leads there."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.inputs import spare_inputs
from checker.cli.output import Output
from checker.errors import OutputError

ROOT = Path(__file__).parent.parent
HEAD = "The flood in Porto Verde killed {} people on Monday, mayor Ana Silva said."
Refused = Callable[..., str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of accounts, a draft, and a report, a baseline and a plugin made from or for them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for folder in ("wires", "wires/late"):
        Path(folder).mkdir()
    for name, number in (("wires/coast.txt", 12), ("wires/late/harbour.txt", 15), ("draft.txt", 12)):
        Path(name).write_text(HEAD.format(number), "utf-8")
    Path("link.html").symlink_to("wires/late/harbour.txt")
    documents = [
        {
            "id": "coast",
            "source": "coast",
            "uri": "wires/coast.txt",
            "text": "x",
            "language": "en",
            "title": "",
        }
    ]
    Path("r.json").write_text(json.dumps({"format": 1, "findings": [], "documents": documents}), "utf-8")
    Path("known.json").write_text('{"format": 1, "known": {}}', "utf-8")
    Path("aside.toml").write_text("", "utf-8")
    Path("checker.toml").write_text("suppressions = 'aside.toml'\n", "utf-8")
    Path("rule_tolls.py").write_text(
        "from checker import rule\n@rule('TOLL1')\ndef toll(match):\n    'S.'\n    return ()\n"
        "class Odd:\n    suffixes, media_types = ('.odd',), ()\n"
        "    def read(self, raw, uri):\n        raise ValueError\n"
        "def checker_register_readers():\n    return [Odd()]\n",
        "utf-8",
    )
    Path("wires/page.odd").write_text("odd", "utf-8")
    return tmp_path


WIRES = ("check", "draft.txt", "--against", "wires", "--output-file")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (
            ("check", "wires", "--output-format", "html", "--output-file", "wires/coast.txt"),
            "one of the accounts",
        ),
        (
            ("check", "draft.txt", "wires", "--output-file", "wires/../wires/late/harbour.txt"),
            "one of the accounts",
        ),
        ((*WIRES, "wires/coast.txt"), "one of the accounts"),
        ((*WIRES, "draft.txt"), "one of the accounts"),
        ((*WIRES, "link.html"), "one of the accounts"),
        ((*WIRES, "wires/page.odd", "-p", "./rule_tolls.py"), "one of the accounts"),
        ((*WIRES, "known.json", "--baseline", "known.json"), "the baseline"),
        ((*WIRES, "checker.toml"), "the configuration"),
        ((*WIRES, "aside.toml"), "the file of findings put aside"),
        ((*WIRES, "rule_tolls.py", "-p", "./rule_tolls.py"), "a plugin"),
        ((*WIRES, "new.txt", "--output-file", "draft.txt"), "one of the accounts"),
        (("render", "r.json", "--output-file", "r.json"), "the report that is read"),
        (("render", "r.json", "--output-file", "wires/coast.txt"), "one of the accounts"),
        (("render", "r.json", "--output-file", "checker.toml"), "the configuration"),
        (("baseline", "r.json", "--output-file", "r.json"), "the report that is read"),
        (("baseline", "r.json", "--output-file", "wires/coast.txt"), "one of the accounts"),
        (("baseline", "r.json", "--output-file", "checker.toml"), "the configuration"),
    ],
)
def test_what_is_read_is_not_written_over(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], what: str
) -> None:
    before = {p: p.read_bytes() for p in desk.rglob("*") if p.is_file()}
    assert main(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert (
        out == "" and err.startswith("checker: error: Cannot write ") and err.endswith(f": it is {what}.\n")
    )
    assert {p: p.read_bytes() for p in desk.rglob("*") if p.is_file() and p.suffix != ".pyc"} == before


def test_a_finding_is_not_put_aside_over_the_report(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("checker.toml").write_text("suppressions = 'r.json'\n", "utf-8")
    before = Path("r.json").read_bytes()
    assert main(["suppress", "a" * 64, "--report", "r.json", "--reason", "seen"]) == 2
    assert (
        "it is the report that is read" in capsys.readouterr().err and Path("r.json").read_bytes() == before
    )


def test_a_baseline_is_renewed_in_its_place(desk: Path) -> None:
    assert main(["baseline", "r.json", "--output-file", "known.json"]) == 0


def test_standard_input_may_be_an_account(desk: Path) -> None:
    with Path("draft.txt").open("rb") as draft:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", "-", "wires", "--output-file", "draft.txt"],
            stdin=draft,
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PATH": ""},
        )
    assert done.returncode == 2 and "draft.txt: it is one of the accounts" in done.stderr
    assert Path("draft.txt").read_text("utf-8") == HEAD.format(12)


def test_devices_and_what_is_not_there_are_no_loss(desk: Path) -> None:
    outputs = [Output("text", Path("/dev/null")), Output("text", Path("new.txt")), Output("text")]
    spare_inputs(outputs, [("/dev/null", "it"), ("", "it"), ("a\0b", "it"), ("none.txt", "it")])
    with pytest.raises(OutputError, match=r"new\.txt: it is theirs"):
        spare_inputs(outputs, [("./new.txt", "theirs")])
