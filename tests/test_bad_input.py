"""Bad input: one clear sentence, the documented exit code, no traceback, no half-written report, no false green."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import checker.errors
from checker import check
from checker.cli import main
from checker.errors import CheckerError, ModelError, NothingToCompareError, ReadError, UsageError
from checker.models.text import Block, Document, Span
from checker.pipeline.analyse import MAX_SENTENCES, analyse
from checker.read.document import MAX_CHARACTERS
from checker.segment import segment
from checker.segment.length import MAX_CHARACTERS as LONGEST
from checker.segment.length import bounded
from checker.weights.pins import PINS

ROOT = Path(__file__).parent.parent
HEAD = "A fire at the fish market of Porto Verde killed {} people on Monday, mayor Ana Silva said."
TAIL = " The market was closed for the rest of the week. Police opened an inquiry into the cause.\n"
STORY = HEAD.format(15) + TAIL
OTHER = (
    "The national orchestra opened its season on Friday with a symphony by Mahler. The hall was sold out. "
    "Critics praised the young conductor and the string section.\n"
)
GERMAN = (
    "Bei einem Brand auf dem Fischmarkt von Porto Verde sind am Montag 15 Menschen ums Leben gekommen, "
    "sagte die "
    "Bürgermeisterin Ana Silva. Der Markt blieb für den Rest der Woche geschlossen. Die Polizei ermittelt.\n"
)
FRENCH = (
    "Un incendie au marché aux poissons de Porto Verde a tué quinze personnes lundi, a déclaré la "
    "maire Ana Silva. "
    "Le marché est resté fermé toute la semaine. La police a ouvert une enquête sur les causes du feu.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with a good account, and no cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_NO_CACHE", "1")
    (tmp_path / "a.txt").write_text(HEAD.format(12) + TAIL, "utf-8")
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], desk: Path) -> Run:
    """Call ``checker check`` with a report to write; exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["check", *arguments, "--output-file", "report.json"])
        out, err = capsys.readouterr()
        assert "Traceback" not in err and "should not happen" not in err
        assert (desk / "report.json").exists() == (code in (0, 1, 3) and not err.startswith("checker: error"))
        assert not [p.name for p in desk.iterdir() if p.name.startswith(".")]
        return code, out, err

    return call


def sentence(err: str) -> str:
    assert err.startswith("checker: error: ") and err.count("\n") == 1 and err.rstrip().endswith((".", ")"))
    return err


FILES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 2, "is empty"),
    "spaces": (b" \n\t\n ", 2, "is empty"),
    "hidden": ("\u200b\ufeff\u200d\n".encode(), 2, "is empty"),
    "nul": (STORY.replace("fire", "fi\0re").encode(), 2, "NUL"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(100), 2, "a PNG image"),
    "noise": (bytes((n * 7919 + n * n) % 256 for n in range(5000)), 2, "binary"),
    "cut-utf16": (b"\xff\xfe" + STORY.encode("utf-16-le")[:-1], 2, "UTF-16"),
    "no-encoding": (bytes(range(128, 256)) * 4, 2, "encoding"),
    "quotation-marks": (b'"' * 3000, 2, "holds no sentence"),
    "emoji": ("😀🔥👍🏽\n\n".encode() * 200, 2, "holds no sentence"),
    "marks": (b"...!?,;" * 300, 2, "holds no sentence"),
    "figures": (b"1234567890 " * 300, 2, "holds no sentence"),
    "one-line": (b"the market of the town and the fire of the night " * 42_000, 2, "too long for an account"),
    "german": (GERMAN.encode(), 5, "language 'de'"),
    "french": (FRENCH.encode("cp1252"), 5, "language 'fr'"),
    "nothing-in-common": (OTHER.encode(), 5, "no common event"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_compared(desk: Path, run: Run, kind: str) -> None:
    data, expected, words = FILES[kind]
    (desk / "bad.txt").write_bytes(data)
    code, out, err = run("a.txt", "bad.txt")
    assert (code, out) == (expected, "") and words in sentence(err)
    with pytest.raises(CheckerError) as raised:
        check(["a.txt", "bad.txt"])
    assert raised.value.exit_code == expected and f"checker: error: {raised.value}\n" == err


@pytest.mark.parametrize(
    ("paths", "expected", "words"),
    [
        (["a.txt", "none.txt"], 2, "there is no such file"),
        (["a.txt", ""], 2, "empty path"),
        (["a.txt", "a\0b"], 2, "a?b"),
        (["a.txt", "x" * 5000], 2, "cannot be read"),
        (["a.txt", "bare"], 2, "holds no file to read"),
        (["a.txt", "gone.txt"], 2, "there is no such file"),
        (["a.txt", "round.txt"], 2, "round.txt"),
        (["a.txt"], 5, "only account"),
        (["a.txt", "./a.txt", "a.txt"], 5, "given more than once"),
        (["a.txt", "--against", "a.txt"], 2, "both as a draft and as a source"),
    ],
)
def test_paths(desk: Path, run: Run, paths: list[str], expected: int, words: str) -> None:
    (desk / "bare").mkdir()
    (desk / "bare" / "x.docx").write_bytes(b"x")
    (desk / "music.txt").write_text(OTHER, "utf-8")
    (desk / "gone.txt").symlink_to("nowhere")
    (desk / "round.txt").symlink_to("round.txt")
    code, out, err = run(*paths)
    assert (code, out) == (expected, "") and words in sentence(err)


def test_two_hundred_megabytes_are_refused_without_being_read(desk: Path, run: Run) -> None:
    with (desk / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    code, _, err = run("a.txt", "huge.txt")
    assert code == 2 and "more than 50 MB" in sentence(err)


def test_what_only_a_machine_writes_is_compared(desk: Path, run: Run) -> None:
    tail = f" A new stall costs $20 -\n\nThe fire ate {'9' * 310} crates of fish.\n"
    (desk / "odd.txt").write_text(STORY + tail, "utf-8")
    code, _, err = run("a.txt", "odd.txt")
    assert code in (0, 1) and err == ""


def test_html_of_a_hundred_thousand_boxes_is_compared(desk: Path, run: Run) -> None:
    boxes = "<div>" * 100_000
    (desk / "deep.html").write_text(f"<html><body>{boxes}<p>{STORY}</p>", "utf-8")
    code, _, err = run("a.txt", "deep.html")
    assert code in (0, 1) and err == ""


def test_a_draft_that_shares_nothing_is_no_green_result(desk: Path, run: Run) -> None:
    (desk / "music.txt").write_text(OTHER, "utf-8")
    code, _, err = run("a.txt", "--against", "music.txt")
    assert code in (3, 5) and ("draft" in err or "shares nothing with any source" in err)
    (desk / "report.json").unlink(missing_ok=True)
    code, _, err = run("a.txt", "music.txt", "--against", "b.txt")
    assert code == 3 and "music.txt shares nothing with any source" in err


def test_an_account_in_another_language_is_named_and_the_rest_is_compared(desk: Path, run: Run) -> None:
    (desk / "bild.txt").write_text(GERMAN, "utf-8")
    code, _, err = run("a.txt", "b.txt", "bild.txt")
    assert code == 3 and "bild.txt" in err and err.count("\n") == 1


def test_a_list_of_paths_is_wanted(desk: Path) -> None:
    for wrong in ("a.txt", Path("a.txt"), 7, None):
        with pytest.raises(UsageError, match="list of paths"):
            check(wrong)  # type: ignore[arg-type]
    with pytest.raises(NothingToCompareError):
        check([Path("a.txt")])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--output-file", "no/r.json"], "there is no folder"),
        (["--output-file", "."], "it is a folder"),
        (["--output-file", "b.txt"], "it is one of the accounts"),
        (["--output-file", "a\0b"], "holds a NUL"),
        (["--output-file", "x" * 300], "too long"),
        (["--output-format", "json", "--output-file", "/dev/full"], "No space left"),
        (["--select", "XYZ9"], "XYZ9"),
        (["--select", ""], "names no code"),
        (["--ignore", "ALL"], "No rule is left"),
        (
            ["--select", "NLI", "--nli", "off"],
            "NLI needs the inference model, and the inference model is switched off",
        ),
        (["--config", "broken.toml"], "not valid TOML"),
        (["--config", "binary.toml"], "not UTF-8"),
        (["--config", "unknown.toml"], "did you mean 'fail-on'"),
        (["--config", "wrong.toml"], "min-confidence"),
        (["--config", "option.toml"], "bogus"),
        (["--config", "code.toml"], "XYZ9"),
        (["--config", "."], "Is a directory"),
        (["--baseline", "a.txt"], "not a baseline"),
    ],
)
def test_options_and_settings(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    for name, text in {
        "broken": "select = [\n",
        "unknown": 'fail-onn = "x"\n',
        "wrong": 'min-confidence = "many"\n',
        "option": "[options.NUM]\nbogus = 1\n",
        "code": "[options.XYZ9]\nbogus = 1\n",
    }.items():
        (desk / f"{name}.toml").write_text(text, "utf-8")
    (desk / "binary.toml").write_bytes(b"\xff\xfe\x00")
    before = {p.name: p.read_bytes() for p in desk.iterdir()}
    code = main(["check", "a.txt", "b.txt", *arguments])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "") and words in sentence(err) and "should not happen" not in err
    assert {p.name: p.read_bytes() for p in desk.iterdir()} == before


RULE = "from checker import rule\n@rule('{}')\ndef r(match):\n    'S.'\n    {}\n"
GOES_ON = {
    "no_import": ("import nothing_like_this\n", "nothing_like_this"),
    "no_python": ("def (\n", "SyntaxError"),
    "not_rules": ("def checker_register_rules():\n    return 5\n", "int"),
    "raises": (RULE.format("BAD1", "raise ValueError('oh\\n\\x1b[31m')"), "ValueError: oh"),
    "exits": (RULE.format("BAD1", "raise SystemExit(0)"), "SystemExit"),
    "yields": (RULE.format("BAD1", "yield 3"), "not int"),
    "endless": (RULE.format("BAD1", "while True: pass"), "took longer than 1 s"),
    "not_annotators": ("def checker_register_annotators():\n    return [3]\n", "not an annotator"),
    "no_list": ("def checker_register_annotators():\n    return 3\n", "must return a list"),
    "not_readers": ("def checker_register_readers():\n    return [3]\n", "not a reader"),
    "annotator": (
        "def crash(document, parsed, found):\n    raise ValueError('oh')\n"
        "def checker_register_annotators():\n    return [crash]\n",
        "ValueError: oh",
    ),
    "mentions": (
        "def wrong(document, parsed, found):\n    return [3]\ndef checker_register_annotators():\n    "
        "return [wrong]\n",
        "not int",
    ),
}
STOPS = {
    "reader": (
        "class R:\n    media_types = ('text/x',)\n    suffixes = ('.txt',)\n"
        "    def read(self, raw, uri):\n        {}\ndef checker_register_readers():\n    return [R()]\n",
        ("raise ValueError('oh')", "return None"),
    ),
    "embedder": (
        "import numpy\nclass E:\n    name = 'e'\n    sha256 = ''\n    def encode(self, texts):\n        {}\n"
        "def checker_make_embedder(config):\n    return E()\n",
        (
            "raise ValueError('oh')",
            "return [[1.0]]",
            "return numpy.full((len(texts), 8), numpy.nan)",
            "return numpy.full((len(texts), 8), 5.0)",
        ),
    ),
    "no_embedder": ("def checker_make_embedder(config):\n    return {}\n", ("3",)),
    "no_inferer": ("def checker_make_inferer(config):\n    return {}\n", ("3",)),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_a_broken_plugin_is_named_and_the_rest_is_checked(desk: Path, run: Run, name: str) -> None:
    text, words = GOES_ON[name]
    (desk / f"p_{name}.py").write_text(text, "utf-8")
    (desk / "checker.toml").write_text("time-limit = 1.0\nselect = ['NUM', 'BAD', 'OMIT']\n", "utf-8")
    if not text.startswith("from checker import rule"):
        (desk / "checker.toml").write_text("select = ['NUM', 'OMIT']\n", "utf-8")
    code, _, err = run("a.txt", "b.txt", "-p", f"p_{name}")
    assert code == 3 and f"p_{name}" in err and words in err and "\x1b" not in err
    assert all(line.startswith("checker: warning: ") for line in err.splitlines())


@pytest.mark.parametrize(("name", "body"), [(n, b) for n, (_, bodies) in STOPS.items() for b in bodies])
def test_a_plugin_without_which_nothing_goes_on_is_named(desk: Path, run: Run, name: str, body: str) -> None:
    (desk / f"p_{name}.py").write_text(STOPS[name][0].format(body), "utf-8")
    code, out, err = run("a.txt", "b.txt", "-p", f"p_{name}")
    assert (code, out) == (3, "") and f"p_{name}" in sentence(err)


@pytest.mark.parametrize("body", ["raise ValueError('oh')", "return None"])
def test_a_format_that_crashes_is_named_in_the_others_and_leaves_no_file(
    desk: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    (desk / "p_odd.py").write_text(
        f"def odd(report):\n    {body}\ndef checker_register_renderers():\n    return {{'odd': odd}}\n",
        "utf-8",
    )
    files = (
        "--output-format",
        "json",
        "--output-file",
        "r.json",
        "--output-format",
        "odd",
        "--output-file",
        "r.odd",
    )
    assert main(["check", "a.txt", "b.txt", "-p", "p_odd", *files]) == 3
    told = capsys.readouterr()
    assert told.err.count("\n") == 1 and "The output format 'odd' of plugin p_odd failed" in told.err
    report = json.loads((desk / "r.json").read_text("utf-8"))
    assert report["run"]["incomplete"] and [f["plugin"] for f in report["failures"]] == ["p_odd"]
    assert not (desk / "r.odd").exists()


@pytest.mark.parametrize("name", sorted(PINS))
@pytest.mark.parametrize("how", ["missing", "altered"])
def test_weights(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, how: str) -> None:
    from checker import weights

    folder = desk / "weights"
    shutil.copytree(weights.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    if how == "missing":
        (folder / name).unlink()
    else:
        with (folder / name).open("r+b") as file:
            file.seek(1000)
            file.write(b"\x00altered\x00")
    plain = weights.verified

    def copied(file: str, folder: Path = folder, sha256: str | None = None) -> Path:
        return plain(file, desk / "weights" if folder == weights.FOLDER else folder, sha256)

    for stage in ("embed", "infer"):
        monkeypatch.setattr(f"checker.{stage}.bundled.verified", copied)
    code, out, err = run("a.txt", "b.txt")
    assert (code, out) == (2, "") and name in sentence(err) and how in err and "reinstall" in err


@pytest.mark.parametrize("how", ["missing", "altered"])
def test_the_language_pipeline(desk: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    from checker import parse

    if how == "missing":
        monkeypatch.setattr(parse, "PACKAGE", "no_such_pipeline_here")
    else:
        folder = desk / "pipeline"
        shutil.copytree(parse.bundled_folder(), folder)
        (folder / "meta.json").write_text("{}", "utf-8")
        monkeypatch.setattr(parse, "bundled_folder", lambda: folder)
    for cached in vars(parse).values():
        if callable(clear := getattr(cached, "cache_clear", None)):
            clear()
    with pytest.raises(ModelError, match="install"):
        check(["a.txt", "b.txt"])


def test_too_many_sentences_are_refused() -> None:
    text = "Item killed. " * (MAX_SENTENCES + 5)
    block = Block(kind="paragraph", span=Span(start=0, end=len(text)))
    with pytest.raises(ReadError, match="split it"):
        analyse(Document(id="x", source="x", uri="x.txt", text=text, blocks=(block,)))
    assert len(text) < MAX_CHARACTERS


@pytest.mark.parametrize(
    "unit", ["word ", "“a ", "x", "U.S. ", "a, ", "said that ", "(", "\u0301", "漢", "1st ", ";\n"]
)
def test_no_sentence_is_longer_than_any_sentence(unit: str) -> None:
    text = (unit * 20_000).strip()[:20_000].strip()
    document = Document(
        id="x",
        source="x",
        uri="x",
        text=text,
        blocks=(Block(kind="paragraph", span=Span(start=0, end=len(text))),),
    )
    found = segment(document)
    assert found and max(len(s.text) for s in found) <= LONGEST
    kept = "".join("".join(s.text.split()) for s in found)
    assert kept == "".join(text.split())
    assert list(bounded("a b", Span(start=0, end=3))) == [Span(start=0, end=3)]


def program(*arguments: str, shell: str = "", **how: object) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}",
        "PROGRAM": f"{sys.executable} -m checker",
    }
    command = ["bash", "-c", shell] if shell else [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False, **how
    )  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("shell", "expected", "words"),
    [
        ("$PROGRAM check - a.txt <&-", 2, "Standard input is closed"),
        ("$PROGRAM check - a.txt </dev/null", 2, "Standard input is empty"),
        ("$PROGRAM check a.txt b.txt >/dev/full", 2, "no space is left"),
        ("$PROGRAM check a.txt none.txt 2>/dev/full", 2, ""),
        ("env -u PYTHONUNBUFFERED $PROGRAM check a.txt none.txt 2>/dev/full", 2, ""),
        ("$PROGRAM check a.txt b.txt --fail-on never >&-", 0, ""),
        ("$PROGRAM check a.txt <(sleep 0.2; cat b.txt) --fail-on never", 0, ""),
        ("$PROGRAM check a.txt b.txt --fail-on never | head -c 1; exit ${PIPESTATUS[0]}", 0, ""),
        ("LC_ALL=C PYTHONIOENCODING=ascii $PROGRAM check a.txt b.txt --fail-on never", 0, ""),
    ],
)
def test_streams(desk: Path, shell: str, expected: int, words: str) -> None:
    done = program(shell=shell, cwd=desk)
    assert done.returncode == expected
    assert words in sentence(done.stderr) if words else done.stderr == ""


def test_nothing_is_reported_to_the_maker_of_a_library() -> None:
    """onnxruntime keeps a device id and sends events from its import on; a home it cannot write to makes it say so."""
    nowhere = {"HOME": "/proc/none", "XDG_CACHE_HOME": "/proc/none", "XDG_DATA_HOME": "/proc/none"}
    done = program(
        shell=f"{' '.join(f'{k}={v}' for k, v in nowhere.items())} {sys.executable} -c "
        '\'from checker import load_embedder; import os; load_embedder().encode(["a"]); '
        'print(os.environ["ORT_DISABLE_TELEMETRY"])\'',
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_pipe_without_a_writer_and_with_a_late_one(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.read import read_document
    from checker.read.pipes import NoWriterError, read_pipe

    os.mkfifo(desk / "pipe")
    with pytest.raises(NoWriterError):
        read_pipe(str(desk / "pipe"), 100, patience=0.05)
    writer = threading.Timer(0.2, lambda: (desk / "pipe").write_text(STORY, "utf-8"))
    writer.start()
    assert read_document(str(desk / "pipe")).text.strip() == STORY.strip()
    writer.join()


def test_a_cache_that_is_damaged_or_no_folder_stops_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CHECKER_NO_CACHE")
    plain = check(["a.txt", "b.txt"], cache="off").findings
    for _ in range(2):
        assert check(["a.txt", "b.txt"], cache=str(desk / "cache")).findings == plain
        for file in (desk / "cache").rglob("*.*"):
            if file.is_file():
                file.write_bytes(b"{damaged")
    assert check(["a.txt", "b.txt"], cache=str(desk / "a.txt")).findings == plain


def test_a_file_name_that_is_no_text(desk: Path, run: Run) -> None:
    (desk / os.fsdecode(b"c\xff.txt")).write_text(STORY, "utf-8")
    code, _, err = run("a.txt", os.fsdecode(b"c\xff.txt"))
    assert code in (0, 1) and err == ""
    assert main(["render", "report.json"]) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become somebody else")
def test_without_permission(desk: Path) -> None:
    """As an unprivileged user, since permissions do not bind the superuser."""
    (desk / "secret.txt").write_text(STORY, "utf-8")
    (desk / "secret.txt").chmod(0)
    (desk / "locked").mkdir(mode=0o555)
    desk.chmod(0o755)
    script = (
        "import os, sys\nfrom checker.cli import main\n"
        "from checker.cli.output import Output, check_writable\nfrom checker.read import find_paths, "
        "read_document\n"
        "from checker.errors import CheckerError\nfrom pathlib import Path\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "outputs = [Output('json', Path('locked/r.json'))]\n"
        "for attempt in (lambda: read_document('secret.txt'), lambda: check_writable(outputs)):\n"
        "    try:\n        attempt()\n    except CheckerError as error:\n        print(error)\n"
    )
    parents = [p for p in desk.parents if str(p).startswith("/tmp/")]
    modes = {p: p.stat().st_mode for p in parents}
    try:
        for parent in parents:
            parent.chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"},
        )
    finally:
        for parent, mode in modes.items():
            parent.chmod(mode)
    assert done.stdout.lower().count("permission denied") == 2, done.stderr


def test_interrupted_while_reading_is_130(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    running = subprocess.Popen(
        [sys.executable, "-m", "checker", "check", "a.txt", "pipe", "--output-file", "r.json"],
        env=environment,
        cwd=desk,
        stderr=subprocess.PIPE,
        text=True,
        # a suite that was started in the background ignores the signal, and hands that on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    # the pipe can be opened for writing once the program reads from it, which is when it is to be stopped
    with (desk / "pipe").open("w"):
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "checker: error: interrupted\n")
    assert not (desk / "r.json").exists()


def test_the_page_of_errors_is_complete() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    classes = [
        c for c in vars(checker.errors).values() if isinstance(c, type) and issubclass(c, CheckerError)
    ]
    parts = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    assert set(parts) == {c.__name__ for c in classes}
    for one in classes:
        assert f"xit code {one.exit_code}" in parts[one.__name__], one
