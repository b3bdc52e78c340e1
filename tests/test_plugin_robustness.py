"""Plugins that misbehave in every way there is, in one real run: each is named, the rest completes, exit code 3."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

ROOT = Path(__file__).parent.parent
TEXTS = {
    "coast.txt": "The fire killed 12 people on Monday. Mayor Silva said the old port of Karlsund stays shut.\n",
    "harbour.txt": "The fire killed 15 people on Monday. Mayor Silva said the old port of Karlsund stays closed.\n",
}
HEAD = "import os, re, sys, time\nfrom checker import Mention, OtherValue, Span, flag, place, rule\n"
GOOD = """
@rule("GOOD1", messages={"differs": "{a} against {b}"})
def good(match):
    '''Figures differ.'''
    for a, b in match.same("quantity"):
        if not a.value.compatible(b.value):
            yield flag("differs", at=a, against=[b], a=a.text, b=b.text)
"""
RULES = {
    "raises": ("{}['gone']", "KeyError: gone"),
    "wrong_type": ("return ['a finding']", "a rule yields flag(...), not str"),
    "outside": ("yield flag('m', at=place(match.left.document, 3, 9999))", "lies outside"),
    "elsewhere": ("yield flag('m', at='here')", "a place must be"),
    "freezes": ("match.left.document = None", "cannot assign to field"),
    "changes": (
        "match.left.document.account.__dict__['mentions'] = ()",
        "changed the accounts that it was given",
    ),
    "prints": ("print('look here')", "printed to standard output: 'look here"),
    "writes": ("os.write(1, b'past Python')", "printed to standard output: 'past Python"),
    "exits": ("sys.exit(0)", "SystemExit: 0"),
    "dies": ("os._exit(0)", "ended its process (exit code 0)"),
    "crashes": ("os.kill(os.getpid(), 11)", "ended its process (SIGSEGV)"),
    "backtracks": ("re.match('(a+)+$', 'a' * 64 + 'b')", "took longer than 4 s and was stopped"),
    "counts": ("sum(range(10**15))", "took longer than 4 s and could only be stopped by ending"),
    "swallows": (
        "while True:\n        try:\n            while True:\n                try:\n                    time.sleep(1)\n"
        "                except BaseException:\n                    pass\n"
        "        except BaseException:\n            pass",
        "took longer than 4 s and could only be stopped by ending",
    ),
    "floods": (
        "for _ in range(10**9):\n        yield flag('m', at=match.left)",
        "gave more than 10,000 findings",
    ),
    "misspells": ("match.left.number", "has no attribute 'number' (did you mean 'numbers'?)"),
    "compares_places": (
        "for a, b in match.same('quantity'):\n        assert a == b",
        "'a == b' compares places",
    ),
}
MODULES = {
    "not_importable": ("import no_such_module", "No module named 'no_such_module'"),
    "import_endless": ("while True:\n    pass", "cannot be loaded: took longer than 4 s and was stopped"),
    "import_prints": (
        "print('hello')\ndef checker_register_presets():\n    return {}",
        "the module printed to standard output: 'hello'",
    ),
    "taken_code": ("@rule('NUM')\ndef mine(match):\n    'S.'", "The code NUM of rule 'mine' is taken by"),
    "no_rule": ("def check(match):\n    'S.'", "brings no rule and no hook: put @rule(code)"),
    "name_taken": (
        "@rule('LOSTA1')\ndef mine(match):\n    'S.'\n@rule('LOSTA2')\ndef mine(match):\n    'S.'",
        "The rule LOSTA1 is lost: its name 'mine' is given to rule LOSTA2 as well",
    ),
    "bare_rule": ("@rule\ndef mine(match):\n    'S.'", 'write @rule("CODE") before it'),
    "bad_scope": (
        "@rule('BADA1')\ndef mine(sentence):\n    'S.'",
        "is one of match, gap, claim, story, document",
    ),
    "bad_service": (
        "@rule('BADB1')\ndef mine(match, embedding):\n    'S.'",
        "among nli, embed, options, annotate",
    ),
    "annotator_raises": (
        "def find(document, parsed, found):\n    1 / 0\ndef checker_register_annotators():\n    return [find]",
        "annotator find failed: ZeroDivisionError",
    ),
    "annotator_outside": (
        "def find(document, parsed, found):\n    yield Mention(kind='x', span=Span(start=0, end=4), text='none',"
        " value=OtherValue(), sentence=0)\ndef checker_register_annotators():\n    return [find]",
        "the mention 'none' does not stand where it is said to",
    ),
    "annotator_wrong_value": (
        "def find(document, parsed, found):\n    yield Mention(kind='quantity', span=Span(start=0, end=3), text='The',"
        " value=OtherValue(), sentence=0)\ndef checker_register_annotators():\n    return [find]",
        "must be a QuantityValue, not OtherValue",
    ),
    "annotator_changes": (
        "def find(document, parsed, found):\n    parsed[0].doc[0].lemma_ = 'spoilt'\n    return ()\n"
        "def checker_register_annotators():\n    return [find]",
        "annotator find failed: changed what it was given",
    ),
    "annotator_prints": (
        "def find(document, parsed, found):\n    print('aloud')\n    return ()\n"
        "def checker_register_annotators():\n    return [find]",
        "annotator find printed to standard output: 'aloud'",
    ),
    "annotator_endless": (
        "def find(document, parsed, found):\n    while document.id == 'coast':\n        pass\n    return ()\n"
        "def checker_register_annotators():\n    return [find]",
        "annotator find failed: took longer than 4 s",
    ),
    "reader_raises": (
        "class Reader:\n    media_types, suffixes = ('text/x-odd',), ('.odd',)\n    def read(self, raw, uri):\n"
        "        raise OSError('no such thing')\ndef checker_register_readers():\n    return [Reader()]",
        "The reader Reader of plugin desk/rule_reader_raises.py failed on",
    ),
    "renderer_raises": (
        "def checker_register_renderers():\n    return {'slides': lambda report: report.nothing}",
        "The output format 'slides' of plugin desk/rule_renderer_raises.py failed",
    ),
    "renderer_taken": (
        "def checker_register_renderers():\n    return {'json': lambda report: ''}",
        "the output format 'json' is taken",
    ),
    "findings_raise": (
        "def checker_modify_findings(findings):\n    raise OSError('no')",
        "failed: OSError: no",
    ),
    "findings_wrong": (
        "def checker_modify_findings(findings):\n    return [f.model_copy(update={'primary': f.primary.model_copy("
        "update={'exact': 'other words'})}) for f in findings]",
        "checker_modify_findings failed: ValueError: the words at",
    ),
    "findings_severity": (
        "def checker_modify_findings(findings):\n"
        "    return [f.model_copy(update={'severity': 'critical'}) for f in findings]",
        "checker_modify_findings failed: ValueError: the severity of a finding: Input should be 'error', 'warning'",
    ),
    "findings_message": (
        "def checker_modify_findings(findings):\n    return [f.model_copy(update={'message': None}) for f in findings]",
        "the message of a finding: Input should be a valid string",
    ),
    "findings_primary": (
        "def checker_modify_findings(findings):\n    return [f.model_copy(update={'primary': {}}) for f in findings]",
        "the primary.document of a finding: Field required",
    ),
    "findings_data": (
        "def checker_modify_findings(findings):\n"
        "    return [f.model_copy(update={'data': {'seen': {1, 2}}}) for f in findings]",
        "the data of a finding must be JSON values: Object of type set",
    ),
    "findings_nan": (
        "def checker_modify_findings(findings):\n"
        "    return [f.model_copy(update={'data': {'odds': float('nan')}}) for f in findings]",
        "the data of a finding must be JSON values: Out of range float",
    ),
    "findings_misspelt": (
        "def checker_modify_findings(findings):\n"
        "    return [f.model_copy(update={'sevrity': 'info'}) for f in findings]",
        "a finding has no 'sevrity' (did you mean 'severity'?)",
    ),
    "findings_changed": (
        "def checker_modify_findings(findings):\n    for f in findings:\n        f.data['seen'] = True",
        "it changed findings in place",
    ),
    "preset_wrong": (
        "def checker_register_presets():\n    return {'loud': {'description': 'd', 'sevrity': {}}}",
        "the preset 'loud' has no key 'sevrity' (did you mean 'severity'?)",
    ),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One check with all of them at once; its report, what it wrote, its exit code."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in {**TEXTS, "third.odd": TEXTS["coast.txt"]}.items():
        (folder / name).write_text(text, "utf-8")
    desk = folder / "desk"
    desk.mkdir()
    (desk / "rule_good.py").write_text(HEAD + GOOD, "utf-8")
    codes = {}
    for number, (name, (body, _)) in enumerate(RULES.items()):
        codes[name] = f"BAD{number}"
        text = f"\n@rule('BAD{number}', severity='info')\ndef {name}(match):\n    '''S.'''\n    {body}\n"
        (desk / f"rule_{name}.py").write_text(HEAD + text, "utf-8")
    for name, (body, _) in MODULES.items():
        (desk / f"rule_{name}.py").write_text(f"{HEAD}\n{body}\n", "utf-8")
    (folder / "checker.toml").write_text("rules-folder = 'desk'\ntime-limit = 4\n", "utf-8")
    command = [sys.executable, "-m", "checker", "check", *TEXTS, "third.odd", "--no-cache", "--nli", "off"]
    outputs = [
        "--output-format",
        "slides",
        "--output-file",
        "s",
        "--output-format",
        "json",
        "--output-file",
        "r.json",
    ]
    done = subprocess.run(
        [*command, *outputs, "--output-format", "text"],
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=550,
    )
    assert (folder / "r.json").exists(), done.stderr
    return {
        "report": json.loads((folder / "r.json").read_text("utf-8")),
        "codes": codes,
        "stdout": done.stdout,
        "stderr": done.stderr,
        "code": done.returncode,
        "slides": (folder / "s").exists(),
    }


def test_the_rest_completes_and_the_exit_code_is_3(ran: dict[str, Any]) -> None:
    assert ran["code"] == 3
    assert ran["report"]["run"]["incomplete"] is True
    # the rule we ship and the good rule of the desk found the same
    (finding,) = ran["report"]["findings"]
    assert {finding["code"], *finding["data"]["also"]} == {"GOOD1", "NUM"}
    assert [d["id"] for d in ran["report"]["documents"]] == ["coast", "harbour"]
    assert not ran["slides"]


def test_nothing_but_the_report_is_on_standard_output(ran: dict[str, Any]) -> None:
    for words in ("look here", "past Python", "aloud"):
        assert words not in ran["stdout"].split("Not everything")[0].split("printed")[0]
    assert "Traceback" not in ran["stderr"]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_misbehaves_is_named(ran: dict[str, Any], name: str) -> None:
    (failure,) = (f for f in ran["report"]["failures"] if f["code"] == ran["codes"][name])
    assert failure["plugin"] == f"desk/rule_{name}.py"
    assert RULES[name][1] in failure["error"] and "\n" not in failure["error"]
    assert f"rule {failure['code']} of desk/rule_{name}.py failed" in ran["stderr"]


@pytest.mark.parametrize("name", MODULES)
def test_a_plugin_that_misbehaves_is_named(ran: dict[str, Any], name: str) -> None:
    errors = [f["error"] for f in ran["report"]["failures"] if f["plugin"] == f"desk/rule_{name}.py"]
    assert len(errors) == 1 and MODULES[name][1] in errors[0]
    assert MODULES[name][1] in ran["stderr"]


PART = """
class Model:
    name = "odd"
    def encode(self, texts):
        raise MemoryError("too small a machine")
    def probabilities(self, pairs):
        return [[2.0, 0.0, 0.0] for _ in pairs]
class Reader:
    media_types, suffixes = ("text/x-odd",), (".odd",)
    def read(self, raw, uri):
        return None
def checker_register_readers():
    return [Reader()]
def checker_make_embedder(config):
    return Model() if config.embedder == "odd" else None
def checker_make_inferer(config):
    return Model() if config.inferer == "odd" else None
"""


@pytest.fixture
def odd_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {**TEXTS, "third.odd": "Words.", "fourth.odd": "Words."}.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "odd_parts.py").write_text(PART, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def test_where_nothing_can_go_on_the_plugin_is_named(
    odd_desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (odd_desk / "odd.toml").write_text("embedder = 'odd'\nplugins = ['./odd_parts.py']\n", "utf-8")
    assert main(["check", *TEXTS, "--config", "odd.toml", "--nli", "off"]) == 3
    assert "The embedder odd of plugin odd_parts.py failed: MemoryError" in capsys.readouterr().err
    assert main(["check", "coast.txt", "third.odd", "-p", "./odd_parts.py", "--nli", "off"]) == 3
    told = capsys.readouterr()
    assert "The reader Reader of plugin ./odd_parts.py failed on third.odd" in told.err and told.out == ""


def test_a_draft_that_cannot_be_read_is_not_passed_over(
    odd_desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["check", "third.odd", "--against", *TEXTS, "-p", "./odd_parts.py", "--nli", "off"]
    assert main(given) == 3
    told = capsys.readouterr()
    assert "failed on third.odd" in told.err and told.out == ""


def test_a_model_that_gives_no_probabilities_fails_the_rule_that_asks(
    odd_desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["check", *TEXTS, "-p", "./odd_parts.py", "--nli", "odd", "--select", "NLI,NUM"]
    assert main([*given, "--output-format", "json"]) == 3
    told = capsys.readouterr()
    report = json.loads(told.out)
    # what the rule asked and, apart from rules, how sure findings are and how far accounts bear each other out
    told = [(f["code"], f["target"]) for f in report["failures"]]
    assert told == [("NLI", "<story story-1 ['coast', 'harbour']>"), ("", "confidence"), ("", "story-1")]
    assert all("The inferer odd of plugin ./odd_parts.py failed" in f["error"] for f in report["failures"])
    assert [f["code"] for f in report["findings"]] == ["NUM"]
    assert report["stories"][0]["claims"]
