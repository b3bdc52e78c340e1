"""Presets: a plugin's settings under a name; what the user sets herself wins."""

import re
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from checker.config import Config, load_config
from checker.errors import PluginError, UnknownRuleError, UsageError
from checker.models.findings import RuleInfo
from checker.plugin_manager import load_plugins
from checker.presets import NOTHING, Preset, chosen, make_preset, with_preset
from checker.rules.selection import Selection, severities

CODES = ("NUM1", "NUM2", "DATE1", "OMIT1", "NAME1")


def preset(**values: Any) -> Preset:
    return make_preset("mine", {"description": "d", **values})


def running(config: Config, one: Preset) -> list[str]:
    selection = Selection.of_config(config, CODES, one)
    infos = [RuleInfo(code=c, name="n", summary="S", scope="match", severity="error") for c in CODES]
    return [info.code for info in infos if selection.runs(info)]


@pytest.mark.parametrize(
    ("of_preset", "own", "expected"),
    [
        ({"select": ["NUM"]}, {}, "NUM1 NUM2"),
        ({"select": ["NUM"], "ignore": ["NUM2"]}, {}, "NUM1"),
        ({"ignore": ["OMIT"]}, {}, "NUM1 NUM2 DATE1 NAME1"),
        # an own select is all there is
        ({"select": ["NUM"]}, {"select": ("DATE",)}, "DATE1"),
        ({"ignore": ["DATE"]}, {"select": ("DATE",)}, "DATE1"),
        ({"select": ["NUM"]}, {"select": ("ALL",)}, "NUM1 NUM2 DATE1 OMIT1 NAME1"),
        # an own code is one's own, however exact the preset is
        ({"select": ["NUM"]}, {"extend_select": ("DATE1",)}, "NUM1 NUM2 DATE1"),
        ({"ignore": ["OMIT1"]}, {"extend_select": ("OMIT",)}, "NUM1 NUM2 DATE1 OMIT1 NAME1"),
        ({"select": ["NUM2", "DATE"]}, {"ignore": ("NUM",)}, "DATE1"),
        ({"select": ["NUM"]}, {"extend_ignore": ("NUM2",)}, "NUM1"),
    ],
)
def test_own_codes_win(of_preset: dict[str, Any], own: dict[str, Any], expected: str) -> None:
    assert running(Config(**own), preset(**of_preset)) == expected.split()


def test_several_presets_add_up() -> None:
    known = {
        "a": preset(select=["NUM"], severity={"NUM": "info"}, options={"NUM1": {"x": 1, "y": 1}}),
        "b": preset(
            select=["DATE"], severity={"NUM": "error"}, options={"NUM1": {"y": 2}}, **{"min-confidence": 0.3}
        ),
    }
    both = chosen(("a", "b"), known)
    assert both.select == ("NUM", "DATE") and both.severity == {"NUM": "error"}
    assert both.options == {"NUM1": {"x": 1, "y": 2}} and both.min_confidence == 0.3
    assert chosen(("b", "a"), known).severity == {"NUM": "info"}
    assert chosen((), known) is NOTHING


def test_own_tables_and_figures_win() -> None:
    one = preset(
        severity={"NUM1": "info", "DATE": "info"},
        options={"NUM1": {"x": 1, "y": 1}},
        **{"min-confidence": 0.6},
    )
    own = Config.of({"severity": {"NUM": "error"}, "options": {"NUM1": {"y": 9}}}, "argument")
    config = with_preset(own, one)
    # the user's shorter code covers the preset's longer one
    assert config.severity == {"DATE": "info", "NUM": "error"}
    assert config.options == {"NUM1": {"x": 1, "y": 9}}
    assert config.min_confidence == 0.6 and config.origins["min-confidence"] == "preset"
    assert with_preset(Config.of({"min-confidence": 0.0}, "argument"), one).min_confidence == 0.0
    assert config.origins["severity"] == "argument and preset"


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("loud", {"description": "d", "sevrity": {}}, "no key 'sevrity' (did you mean 'severity'?)"),
        ("loud", {"select": ["NUM"]}, "description: Field required"),
        ("loud", {"description": "d", "min-confidence": 3}, "min-confidence"),
        ("loud", ["NUM"], "must be a dict, not list"),
        ("Loud one", {"description": "d"}, "needs a name in small letters"),
        (7, {"description": "d"}, "needs a name"),
    ],
)
def test_a_preset_that_is_written_wrongly(name: object, values: object, words: str) -> None:
    with pytest.raises(PluginError, match=re.escape(words)):
        make_preset(name, values)


def test_the_presets_we_ship_and_an_unknown_one() -> None:
    plugins = load_plugins(Config())
    assert set(plugins.presets) == {"gate", "desk", "quotes"}
    with pytest.raises(UsageError, match=r"'gat' .did you mean 'gate'.* there are: desk, gate, quotes"):
        plugins.preset(Config(presets=("gat",)))
    # what may not stop a publication is not in the gate
    selection = Selection.of_config(Config(), plugins.rules.codes, plugins.presets["gate"])
    assert {r.info.severity for r in selection.of(plugins.rules)} == {"error"}
    rules_that_can = {r.code for r in plugins.rules if r.info.severity == "error"}
    assert {r.code for r in selection.of(plugins.rules)} == rules_that_can


def test_a_preset_of_codes_that_no_rule_has_is_refused() -> None:
    with pytest.raises(UnknownRuleError, match="'NOPE'"):
        Selection.of_config(Config(), CODES, preset(select=["NOPE"]))


def test_presets_on_the_command_line_and_in_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "--preset", "quotes"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["ATTR", "QUOT"]
    (tmp_path / "checker.toml").write_text('presets = ["quotes"]\n[severity]\nQUOT = "info"\n', "utf-8")
    assert load_config().presets == ("quotes",)
    assert main(["rules", "--extend-select", "NUM"]) == 0
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [
        ["ATTR", "error"],
        ["NUM", "error"],
        ["QUOT", "info"],
    ]
    # as every other option, --preset takes the place of what the file says
    assert main(["rules", "--preset", "gate", "-k", "num"]) == 0
    assert capsys.readouterr().out.split()[0] == "NUM"
    assert main(["rules", "--preset", "gat"]) == 2
    assert "did you mean 'gate'" in capsys.readouterr().err
    assert main(["rules", "--preset", ""]) == 2
    assert main(["plugins"]) == 0
    assert "  preset gate: for a pipeline" in capsys.readouterr().out


def test_a_preset_holds_in_a_check_and_the_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import check

    monkeypatch.chdir(tmp_path)
    for name, day in (("a", "Monday"), ("b", "Tuesday")):
        (tmp_path / f"{name}.txt").write_text(
            f"The bridge in Porto Verde was closed on {day}, officials said.", "utf-8"
        )
    report = check(["a.txt", "b.txt"], presets=["quotes"], cache="off", inferer="off")
    assert {r.code for r in report.rules} == {"QUOT", "ATTR"} and report.findings == ()
    assert report.run.config["presets"] == {"value": ["quotes"], "origin": "argument"}


def test_severities_by_preset() -> None:
    rules = list(load_plugins(Config()).rules)
    config = with_preset(Config(severity={"NUM": "info"}), preset(severity={"ALL": "warning"}))
    table = severities(rules, config.severity)
    assert table["NUM"] == "info" and table["DATE"] == "warning"
