"""The command line: verbs, exit codes, what goes where."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.check import spread
from checker.cli.terminal import plain

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
HEAD = "The council of Porto Verde bought {} new buses for the harbour line on Monday, mayor Ana Silva said."
TAIL = " The old ones had run for thirty years. The drivers had asked for them since the spring."
QUICK = ("--no-cache", "--select", "NUM")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with two accounts that differ and one that agrees with the first."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "coast.txt").write_text(HEAD.format(12) + TAIL, "utf-8")
    (tmp_path / "harbour.txt").write_text(HEAD.format(15) + TAIL, "utf-8")
    (tmp_path / "hill.txt").write_text(HEAD.format(12) + TAIL, "utf-8")
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command; exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def sentence(err: str) -> str:
    """The one sentence an error must be."""
    assert err.startswith("checker: error: ") and err.count("\n") == 1 and "Traceback" not in err
    return err


def test_something_found_is_1_and_nothing_is_0(desk: Path, run: Run) -> None:
    code, out, err = run("check", "coast.txt", "harbour.txt", *QUICK)
    assert (code, err) == (1, "") and "12" in out and "15" in out
    assert run("check", "coast.txt", "hill.txt", *QUICK)[0] == 0
    assert run("check", "coast.txt", "harbour.txt", *QUICK, "--fail-on", "never")[0] == 0


def test_outputs_in_pairs(desk: Path, run: Run) -> None:
    code, out, _ = run(
        *("check", "coast.txt", "harbour.txt", *QUICK),
        *("--output-format", "json", "--output-file", "r.json"),
        *("--output-format", "text", "--output-file", "-"),
        *("--output-format", "html", "--output-file", "r.html"),
    )
    assert code == 1 and out.rstrip().splitlines()[-1].startswith("1 finding")
    report = json.loads((desk / "r.json").read_text("utf-8"))
    assert [f["code"] for f in report["findings"]] == ["NUM"] and report["run"]["config"]["select"][
        "value"
    ] == ["NUM"]
    assert "<html" in (desk / "r.html").read_text("utf-8")
    assert not list(desk.glob(".*part")) and not list(desk.glob(".r.*"))
    assert run("render", "r.json")[1].strip() == out.strip()


def test_the_suffix_says_the_format(desk: Path, run: Run) -> None:
    run("check", "coast.txt", "harbour.txt", *QUICK, "--output-file", "r.json")
    assert json.loads((desk / "r.json").read_text("utf-8"))["format"] == 1


def test_a_draft_against_several_sources(desk: Path, run: Run) -> None:
    code, out, _ = run("check", "harbour.txt", "--against", "coast.txt", "hill.txt", *QUICK)
    assert code == 1 and "harbour" in out


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["d", "--against", "a", "b", "-k", "x"], ["d", "--against", "a", "--against", "b", "-k", "x"]),
        (["--against", "a", "d"], ["--against", "a", "d"]),
        (["--against", "a", "--against", "b", "d"], ["--against", "a", "--against", "b", "d"]),
        (["-k", "x", "--against", "a", "d"], ["-k", "x", "--against", "a", "d"]),
        (["d", "--against", "a", "--no-cache", "b"], ["d", "--against", "a", "--no-cache", "b"]),
        (["d", "--against", "a", "--", "b"], ["d", "--against", "a", "--", "b"]),
        (["-", "--against", "a", "-"], ["-", "--against", "a", "--against", "-"]),
    ],
)
def test_against_takes_what_follows_it(given: list[str], expected: list[str]) -> None:
    assert spread(given, frozenset({"-k", "--against"})) == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "No accounts given"),
        (["check", "coast.txt", "none.txt"], "none.txt"),
        (["check", "coast.txt", "hill.txt", "--select", "NUMX"], "did you mean 'NUM'"),
        (["check", "coast.txt", "hill.txt", "-k", "(a"], "cannot be read"),
        (["check", "coast.txt", "hill.txt", "--output-format", "htm"], "did you mean 'html'"),
        (["check", "coast.txt", "hill.txt", "--output-file", "no/r.json"], "there is no folder"),
        (["check", "coast.txt", "hill.txt", "--output-file", "."], "it is a folder"),
        (["check", "coast.txt", "hill.txt", "--fail-on", "always"], "fail-on"),
        (["check", "coast.txt", "hill.txt", "--min-confidence", "2"], "min-confidence"),
        (["check", "coast.txt", "hill.txt", "--min-confidence", "x"], "not a valid float"),
        (["check", "coast.txt", "hill.txt", "--baseline", "none.json"], "baseline"),
        (["check", "coast.txt", "hill.txt", "--config", "none.toml"], "none.toml"),
        (["check", "coast.txt", "hill.txt", "--bogus"], "--bogus"),
        (["check", "coast.txt", "--against"], "--against"),
        (["explain", "NUN"], "did you mean 'NUM'"),
        (["render", "none.json"], "none.json"),
        (["render", "coast.txt"], "coast.txt"),
        (["suppress", "xyz", "--reason", "r"], "not a fingerprint"),
        (["suppress", "abcdef", "--reason", "r"], "all 64 digits"),
        (["suppress", "a" * 64, "--reason", " "], "reason is needed"),
        (["suppress", "a" * 64], "--reason"),
        (["show", "matches", "coast.txt"], "at least two"),
        (["chek"], "did you mean 'check'"),
        (
            ["check", "coast.txt", "hill.txt", "--output-format", "text", "--output-format", "json"],
            "Two outputs",
        ),
    ],
)
def test_usage_errors_are_one_sentence_and_2(desk: Path, run: Run, arguments: list[str], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in sentence(err)


def test_one_account_is_5(desk: Path, run: Run) -> None:
    code, _, err = run("check", "coast.txt")
    assert code == 5 and "coast.txt" in sentence(err)


def test_unknown_setting_is_refused_with_its_line(desk: Path, run: Run) -> None:
    (desk / "checker.toml").write_text("\nfail-onn = 'error'\n", "utf-8")
    code, _, err = run("check", "coast.txt", "hill.txt")
    assert code == 2 and "checker.toml:2" in sentence(err) and "did you mean 'fail-on'" in err


def test_a_crashing_rule_is_3_and_the_report_is_written(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(desk))
    (desk / "crash_desk.py").write_text(
        "from checker import rule\n@rule('CRASH1')\ndef crash(match):\n    'S.'\n"
        "    raise ValueError('\\x1b[31moh')\n"
    )
    code, _, err = run(
        *("check", "coast.txt", "harbour.txt", "--no-cache", "--select", "NUM,CRASH", "-p", "crash_desk"),
        *("--output-file", "r.json"),
    )
    assert code == 3 and "CRASH1" in err and "crash_desk" in err and "\x1b" not in err
    report = json.loads((desk / "r.json").read_text("utf-8"))
    assert [f["code"] for f in report["findings"]] == ["NUM"]
    assert report["run"]["incomplete"] is True and report["failures"][0]["code"] == "CRASH1"


def test_a_plugin_that_cannot_be_loaded_is_3_and_the_rest_is_checked(desk: Path, run: Run) -> None:
    code, out, err = run("check", "coast.txt", "harbour.txt", *QUICK, "-p", "no_such_desk")
    assert code == 3 and "no_such_desk" in err and "15" in out


def test_an_output_that_cannot_be_written_leaves_no_half_report(desk: Path, run: Run) -> None:
    (desk / "r.json").write_text("old", "utf-8")
    code, _, _ = run("check", "coast.txt", "none.txt", "--output-file", "r.json")
    assert code == 2 and (desk / "r.json").read_text("utf-8") == "old"
    assert sorted(p.name for p in desk.iterdir() if p.name.startswith(".")) == []


def test_baseline_and_suppress_and_diff(desk: Path, run: Run) -> None:
    run("check", "coast.txt", "harbour.txt", *QUICK, "--output-file", "r.json")
    (finding,) = json.loads((desk / "r.json").read_text("utf-8"))["findings"]
    assert run("baseline", "r.json", "--output-file", "known.json")[0] == 0
    again = ("check", "coast.txt", "harbour.txt", *QUICK, "--baseline", "known.json")
    assert run(*again, "--output-file", "r2.json")[0] == 0
    # made anew from a check with a baseline, it knows the same
    assert run("baseline", "r2.json", "--output-file", "known.json")[0] == 0
    assert run(*again)[0] == 0
    short = finding["fingerprint"][:10]
    assert run("suppress", short, "--report", "r.json", "--reason", "two counts")[0] == 0
    assert short in (desk / ".checker-suppressions.toml").read_text("utf-8")
    code, out, _ = run("check", "coast.txt", "harbour.txt", *QUICK)
    assert code == 0 and "two counts" in out
    code, _, err = run("suppress", short, "--report", "r.json", "--reason", "again")
    assert code == 2 and "already" in sentence(err)
    run("check", "coast.txt", "hill.txt", *QUICK, "--output-file", "clean.json")
    code, out, _ = run("diff", "clean.json", "r.json")
    assert code == 1 and out.splitlines()[-1] == "1 new, 0 gone, 0 the same"
    code, out, _ = run("diff", "r.json", "clean.json", "--output-format", "json")
    assert code == 0 and [f["code"] for f in json.loads(out)["gone"]] == ["NUM"]


def test_reports_that_cannot_be_compared_are_told(desk: Path, run: Run) -> None:
    run("check", "coast.txt", "harbour.txt", *QUICK, "--output-file", "r.json")
    whole = json.loads((desk / "r.json").read_text("utf-8"))
    half = {**whole, "findings": [], "run": {**whole["run"], "incomplete": True}}
    (desk / "half.json").write_text(json.dumps(half), "utf-8")
    for pair in (("r.json", "half.json"), ("half.json", "r.json")):
        code, out, err = run("diff", *pair, "--fail-on", "never")
        assert code == 3 and "the same" in out
        assert "half.json is incomplete" in err and err.count("\n") == 1
    (desk / "fewer.json").write_text(json.dumps({**whole, "findings": [], "rules": []}), "utf-8")
    code, _, err = run("diff", "r.json", "fewer.json")
    assert code == 0 and "are of other rules (NUM)" in err and err.count("\n") == 1
    assert run("diff", "r.json", "r.json")[2] == ""


def test_a_format_that_fails_leaves_the_others_of_a_report(desk: Path, run: Run) -> None:
    (desk / "bad_desk.py").write_text(
        "def bad(report):\n    raise ValueError('oh')\n"
        "def checker_register_renderers():\n    return {'bad': bad}\n"
    )
    run("check", "coast.txt", "harbour.txt", *QUICK, "--output-file", "r.json")
    code, out, err = run(
        *("render", "r.json", "-p", "./bad_desk.py", "--output-format", "bad", "--output-file", "b"),
        *("--output-format", "html", "--output-file", "q.html"),
    )
    assert (code, out) == (3, "") and "'bad'" in err and "oh" in err and err.count("\n") == 1
    assert (desk / "q.html").exists() and not (desk / "b").exists()


@pytest.mark.parametrize(
    "verb", [("explain", "NUM"), ("render", "r.json"), ("show", "matches", "coast.txt", "hill.txt")]
)
def test_a_plugin_that_is_not_there_is_told_by_every_verb(
    desk: Path, run: Run, verb: tuple[str, ...]
) -> None:
    (desk / "r.json").write_text('{"format": 1, "findings": []}', "utf-8")
    code, out, err = run(*verb, "-p", "./nope.py")
    assert code == 3 and out and "./nope.py" in err and err.startswith("checker: warning: ")


def test_a_thread_that_goes_on_does_not_keep_the_command(desk: Path) -> None:
    (desk / "thread_desk.py").write_text(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\n"
        "from checker import rule\n@rule('THREAD1')\ndef thread(match):\n    'S.'\n    return ()\n"
    )
    done = command("rules", "--select", "THREAD", "-p", "./thread_desk.py", cwd=desk)
    out, err = done.communicate(timeout=120)
    assert (done.returncode, err) == (0, "") and out.startswith("THREAD1")


def test_collect_only_says_what_would_be_done(desk: Path, run: Run) -> None:
    code, out, _ = run("check", "coast.txt", "--against", "hill.txt", "--collect-only", "--select", "NUM")
    assert code == 0
    assert [line.split()[:2] for line in out.splitlines()] == [
        ["draft", "coast"],
        ["account", "hill"],
        ["rule", "NUM"],
    ]


@pytest.mark.parametrize("stage", ["blocks", "sentences", "statements", "mentions"])
def test_show_a_stage(desk: Path, run: Run, stage: str) -> None:
    code, out, _ = run("show", stage, "coast.txt")
    assert code == 0 and "12" in out
    code, out, _ = run("show", stage, "coast.txt", "--json")
    assert code == 0 and all(json.loads(line)["span"]["end"] > 0 for line in out.splitlines())


def test_show_matches(desk: Path, run: Run) -> None:
    code, out, _ = run("show", "matches", "coast.txt", "harbour.txt")
    assert code == 0 and "<->" in out and "coast" in out and "harbour" in out


def test_rules_are_narrowed_as_in_check(desk: Path, run: Run) -> None:
    _, out, _ = run("rules", "--select", "NUM,DATE", "--ignore", "DATE")
    assert [line.split()[0] for line in out.splitlines()] == ["NUM"]
    (desk / "checker.toml").write_text("[severity]\nNUM = 'info'\n", "utf-8")
    _, out, _ = run("rules", "--select", "NUM", "--output-format", "json")
    assert json.loads(out)[0]["severity"] == "info"


def test_doctor_is_1_when_something_is_broken(desk: Path, run: Run) -> None:
    code, out, _ = run("doctor")
    assert code == 0 and "BROKEN" not in out and "sha256" in out
    (desk / "checker.toml").write_text("plugins = ['no_such_desk']\n", "utf-8")
    code, out, _ = run("doctor")
    assert code == 1 and "BROKEN" in out and "no_such_desk" in out
    (desk / "checker.toml").write_text("cahce = 'off'\n", "utf-8")
    code, out, _ = run("doctor")
    assert code == 1 and "did you mean 'cache'" in out


def test_plain_takes_out_what_a_terminal_obeys() -> None:
    assert plain("a\x1b[31mb\u202ec\nd\x07e\u2066") == "a[31mbc de"


def test_plain_breaks_what_a_ci_runner_obeys() -> None:
    once = plain("a ##vso[x] #\x07#[y]\u200b.txt")
    assert once == "a #\u200b#vso[x] #\u200b#[y].txt" and plain(once) == once
    assert plain("::error::x") == "\u200b::error::x"


def test_json_of_a_listing_holds_no_command(desk: Path, run: Run) -> None:
    (desk / "coast.txt").write_text(f"{HEAD.format(12)} Then came ##[add-path]/tmp/evil on Monday.", "utf-8")
    _, out, _ = run("show", "sentences", "coast.txt", "--json")
    assert "##[" not in out and any("##[add-path]" in json.loads(line)["text"] for line in out.splitlines())


def command(*arguments: str, **how: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "checker", *arguments],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,  # type: ignore[call-overload]
    )


def test_as_a_module_and_a_closed_pipe_is_quiet() -> None:
    done = command("rules")
    assert done.stdout is not None and done.stderr is not None
    done.stdout.close()
    assert done.stderr.read() == ""
    done.stderr.close()
    assert done.wait() == 0


@pytest.mark.parametrize(
    "hook", ["0", ".5"], ids=["while it waits", "while it splits off the rule's process"]
)
def test_interrupted_is_130_and_leaves_nothing(desk: Path, hook: str) -> None:
    (desk / "rule_stop.py").write_text(
        # jobs in the background of a shell ignore the signal
        "import os, signal, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nMAIN = os.getpid()\n"
        # Python drops what is raised in such a hook
        f"os.register_at_fork(after_in_parent=lambda: time.sleep({hook}))\n"
        # a desk's rule may run in a process of its own; the terminal interrupts the command
        "from checker import rule\n@rule('STOP1')\ndef stop(match):\n    'S.'\n"
        "    os.kill(MAIN, signal.SIGINT)\n    time.sleep(60)\n"
    )
    (desk / "checker.toml").write_text("rules-folder = '.'\n", "utf-8")
    done = command("check", "coast.txt", "hill.txt", "--no-cache", "--output-file", "r.json", cwd=desk)
    out, err = done.communicate(timeout=120)
    assert (done.returncode, out, err) == (130, "", "checker: error: interrupted\n")
    assert not (desk / "r.json").exists()


def test_completion_knows_the_verbs(desk: Path) -> None:
    how = {**ENVIRONMENT, "_CHECKER_COMPLETE": "bash_complete", "COMP_WORDS": "checker ex", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "checker"], env=how, capture_output=True, text=True, check=False, cwd=desk
    )
    assert done.stdout == "plain,explain\n"


def test_without_arguments_it_explains_itself(run: Run) -> None:
    code, out, _ = run()
    assert code == 0 and "Commands" in out and "Exit codes" in out
