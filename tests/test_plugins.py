"""Plugins: where they come from, in which order, and what happens when one is broken."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import checker.plugin_manager
from checker.cli import main
from checker.config import Config, load_config
from checker.errors import ConfigError, PluginError, UnknownRuleError
from checker.models.report import RunInfo
from checker.plugin_manager import NO_AUTOLOAD, Plugins, load_plugins, rule_options

RULE = "from checker import rule\n@rule('{code}')\ndef {name}(match):\n    '''S.'''\n"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path; modules imported from it are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) and str(tmp_path) in str(sys.modules[name].__file__):
            del sys.modules[name]


def write(shelf: Path, name: str, text: str) -> str:
    (shelf / f"{name}.py").write_text(text, "utf-8")
    return name


def load(*plugins: str, **settings: object) -> Plugins:
    return load_plugins(Config(plugins=plugins, **settings))  # type: ignore[arg-type]


def names(plugins: Plugins) -> list[str]:
    return [info.name for info in plugins.infos]


def test_the_rules_we_ship_come_first_and_through_the_same_door() -> None:
    plugins = load()
    assert names(plugins)[0] == "checker_rules"
    assert plugins.failures == []
    assert {"NUM", "DATE", "QUOT", "OMIT"} <= set(plugins.rules.codes)
    assert {info.plugin for info in plugins.rules.infos} == {"checker_rules"}


def test_a_module_needs_no_hook_and_no_marker(shelf: Path) -> None:
    write(shelf, "plain_desk", RULE.format(code="DESK1", name="one"))
    write(
        shelf,
        "hooked_desk",
        RULE.format(code="DESK2", name="two") + "def checker_register_rules():\n    return [two]\n",
    )
    plugins = load("plain_desk", "hooked_desk")
    assert plugins.failures == []
    assert plugins.rules.get("DESK1").info.plugin == "plain_desk"
    assert plugins.rules.get("DESK2").info.plugin == "hooked_desk"
    assert names(plugins) == ["checker_rules", "plain_desk", "hooked_desk"]


def test_a_rule_that_is_only_imported_is_not_brought_again(shelf: Path) -> None:
    write(shelf, "first_desk", RULE.format(code="DESK1", name="one"))
    write(shelf, "second_desk", "from first_desk import one\n" + RULE.format(code="DESK2", name="two"))
    package = shelf / "third_desk"
    package.mkdir()
    write(package, "__init__", "from third_desk.inner import three\n")
    write(package, "inner", RULE.format(code="DESK3", name="three"))
    plugins = load("first_desk", "second_desk", "third_desk")
    assert plugins.failures == []
    assert [info.rules for info in plugins.infos[1:]] == [("DESK1",), ("DESK2",), ("DESK3",)]


def test_no_leaves_a_plugin_out(shelf: Path) -> None:
    write(shelf, "plain_desk", RULE.format(code="DESK1", name="one"))
    assert names(load("plain_desk", "no:checker_rules")) == ["plain_desk"]
    assert "plain_desk" not in names(load("plain_desk", "no:plain_desk"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import no_such_thing\n", "ModuleNotFoundError: No module named 'no_such_thing'"),
        ("1 / 0\n", "ZeroDivisionError"),
        ("import sys\nsys.exit(1)\n", "SystemExit"),
        ("def broken(:\n", "SyntaxError"),
        ("from checker import rule\n@rule('X1')\ndef f(mtach):\n    'S.'\n", "did you mean 'match'"),
        ("def checker_register_rulez():\n    return []\n", "did you mean 'checker_register_rules'"),
        ("def checker_configure(confg):\n    pass\n", "confg"),
        ("def checker_register_rules():\n    raise OSError('gone')\n", "OSError: gone"),
        ("def checker_register_rules():\n    return [len]\n", "is not a rule"),
        (RULE.format(code="NUM", name="mine"), "NUM of rule 'mine' is taken by"),
    ],
)
def test_a_broken_plugin_is_named_and_the_rest_go_on(shelf: Path, text: str, words: str) -> None:
    write(shelf, "broken_desk", text)
    write(shelf, "plain_desk", RULE.format(code="DESK1", name="one"))
    plugins = load("broken_desk", "plain_desk")
    (failure,) = plugins.failures
    assert failure.plugin == "broken_desk" and words in failure.error and "\n" not in failure.error
    assert {"DESK1", "NUM"} <= set(plugins.rules.codes)
    info = next(i for i in plugins.infos if i.name == "broken_desk")
    assert info.error


def test_printing_while_loading_is_caught_and_named(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(shelf, "loud_desk", "print('hello')\n" + RULE.format(code="LOUD1", name="loud"))
    plugins = load("loud_desk")
    (failure,) = plugins.failures
    assert failure.plugin == "loud_desk" and "'hello'" in failure.error and "LOUD1" in plugins.rules
    assert capsys.readouterr().out == ""


def test_a_taken_code_costs_only_that_rule(shelf: Path) -> None:
    write(shelf, "half_desk", RULE.format(code="NUM", name="a") + RULE.format(code="DESK3", name="b"))
    plugins = load("half_desk")
    assert "DESK3" in plugins.rules and len(plugins.failures) == 1
    assert plugins.rules.get("NUM").info.plugin == "checker_rules"


def test_entry_points_load_one_by_one_and_can_be_turned_off(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, "packaged_b", RULE.format(code="PB1", name="b"))
    write(shelf, "packaged_a", "raise RuntimeError('half installed')\n")
    points = [EntryPoint("b", "packaged_b", "checker"), EntryPoint("a", "packaged_a", "checker")]
    monkeypatch.setattr(checker.plugin_manager, "entry_points", lambda group: points)
    plugins = load()
    assert names(plugins) == ["checker_rules", "a", "b"]
    assert [f.plugin for f in plugins.failures] == ["a"] and "PB1" in plugins.rules
    assert names(load("no:a")) == ["checker_rules", "b"]
    monkeypatch.setenv(NO_AUTOLOAD, "1")
    assert names(load("packaged_b")) == ["checker_rules", "packaged_b"]


def test_a_desks_folder_is_read_only_when_it_is_named(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shelf / "rules"
    folder.mkdir()
    write(folder, "rule_b", RULE.format(code="DESKB1", name="b"))
    write(folder, "rule_a", RULE.format(code="DESKA1", name="a"))
    write(folder, "checker_rules", RULE.format(code="DESKC1", name="c"))
    write(folder, "helper", RULE.format(code="DESKH1", name="h"))
    monkeypatch.chdir(shelf)
    assert "DESKA1" not in load().rules
    plugins = load(rules_folder=str(folder))
    assert names(plugins) == ["checker_rules", "rules/checker_rules.py", "rules/rule_a.py", "rules/rule_b.py"]
    assert {"DESKA1", "DESKB1", "DESKC1", "NUM"} <= set(plugins.rules.codes) and "DESKH1" not in plugins.rules
    with pytest.raises(ConfigError, match="is not there"):
        load(rules_folder=str(shelf / "nowhere"))


def test_required_plugins(shelf: Path) -> None:
    write(shelf, "plain_desk", RULE.format(code="DESK1", name="one"))
    load("plain_desk", required_plugins=("plain-desk", "checker_rules"))
    with pytest.raises(ConfigError, match=r"other-desk is missing; install it"):
        load(required_plugins=("other-desk",))
    with pytest.raises(ConfigError, match=r"plain-desk>=2 has version unknown"):
        load("plain_desk", required_plugins=("plain-desk>=2",))
    with pytest.raises(ConfigError, match="not a name"):
        load(required_plugins=("?",))


def test_a_plugin_may_refuse_the_configuration(shelf: Path) -> None:
    write(
        shelf,
        "strict_desk",
        "from checker.errors import ConfigError\n"
        "def checker_configure(config):\n    raise ConfigError('jobs must be 3')\n",
    )
    with pytest.raises(ConfigError, match="jobs must be 3"):
        load("strict_desk")


PARTS = """
class Embedder:
    name = "{name}"
    def encode(self, texts):
        return []

class Reader:
    media_types, suffixes = ("text/x-{name}",), (".{name}",)
    def read(self, raw, uri):
        return None

def {name}_annotator(document, parsed, found):
    return ()
{name}_annotator.name = "{name}"

def checker_make_embedder(config):
    return Embedder() if config.embedder else None
def checker_register_renderers():
    return {{"{name}": lambda report: "{name}"}}
def checker_register_annotators():
    return [{name}_annotator]
def checker_register_readers():
    return [Reader()]
"""


def test_hooks_bring_parts_and_the_last_loaded_is_asked_first(shelf: Path) -> None:
    for name in ("first", "second"):
        write(shelf, f"{name}_desk", PARTS.format(name=name))
    plugins = load("first_desk", "second_desk")
    for name in ("first", "second"):
        # whoever is asked first: what the user names is what she gets
        embedder = plugins.make_embedder(Config(embedder=name))
        assert embedder is not None and embedder.name == name
    assert plugins.make_embedder(Config(embedder="another/model")) is None
    assert plugins.make_embedder(Config()) is None
    assert plugins.make_inferer(Config()) is None
    assert sorted(plugins.renderers) == ["first", "second"]
    assert [a.name for a in plugins.annotators] == ["first", "second"]
    assert [r.suffixes for r in plugins.readers] == [(".second",), (".first",)]


def test_a_hook_that_fails_is_named(shelf: Path) -> None:
    write(
        shelf,
        "bad_desk",
        "def checker_register_annotators():\n    raise ValueError('no')\n"
        "def checker_modify_findings(findings):\n    return [1]\n",
    )
    plugins = load("bad_desk")
    assert plugins.annotators == ()
    assert plugins.modify_findings([], RunInfo(), {}) == []
    assert [
        plugins.failures[0].error,
        plugins.failures[1].error.rpartition(": ")[2],
    ] == ["checker_register_annotators failed: ValueError: no", "it must return findings, not int"]


def test_options_reach_their_rule_and_those_of_others_are_passed_over(shelf: Path) -> None:
    write(
        shelf,
        "set_desk",
        "from pydantic import BaseModel\nfrom checker import rule\n"
        "class Limits(BaseModel):\n    least: int = 3\n"
        "@rule('SET1', options=Limits)\ndef one(match, options):\n    'S.'\n",
    )
    rules = [load("set_desk").rules.get("SET1")]
    assert rule_options(rules, {"SET1": {"least": 5}, "NUM": {"x": 1}})["SET1"].least == 5
    assert rule_options(rules, {})["SET1"].least == 3
    with pytest.raises(ConfigError, match=r"no option 'leest' .did you mean 'least'"):
        rule_options(rules, {"SET1": {"leest": 5}})


def test_of_no_and_name_the_last_counts(shelf: Path) -> None:
    write(shelf, "plain_desk", RULE.format(code="DESK1", name="one"))
    # the configuration leaves it out, the command line brings it back
    assert "plain_desk" in names(load("no:plain_desk", "plain_desk"))
    assert "plain_desk" not in names(load("plain_desk", "no:plain_desk"))
    assert names(load("no:checker_rules", "plain_desk", "checker_rules"))[0] == "checker_rules"


def test_an_installed_plugin_that_is_also_named_is_loaded_once(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, "packaged_c", RULE.format(code="PC1", name="c"))
    points = [EntryPoint("desk-c", "packaged_c", "checker")]
    monkeypatch.setattr(checker.plugin_manager, "entry_points", lambda group: points)
    for given in ((), ("packaged_c",), ("desk-c",), ("desk-c", "packaged_c")):
        plugins = load(*given)
        assert plugins.failures == [] and names(plugins) == ["checker_rules", "desk-c"], given
    # without autoloading, -p takes the name of an entry point as well
    monkeypatch.setenv(NO_AUTOLOAD, "1")
    assert names(load()) == ["checker_rules"]
    assert names(load("desk-c")) == ["checker_rules", "desk-c"]
    assert load("desk-c").infos[1].origin == "-p or setting 'plugins'"


def test_a_rule_file_may_import_what_lies_beside_it(shelf: Path) -> None:
    folder = shelf / "rules"
    folder.mkdir()
    write(folder, "desk_words_of_ours", "CODE = 'DESKW1'\n")
    text = RULE.format(code="DESKW1", name="w").replace(
        "from checker", "from desk_words_of_ours import CODE\nfrom checker"
    )
    write(folder, "rule_w", text)
    path = list(sys.path)
    plugins = load(rules_folder=str(folder))
    assert plugins.failures == [] and "DESKW1" in plugins.rules
    assert sys.path == path


def test_files_in_a_configuration_are_relative_to_it(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "conf").mkdir()
    (shelf / "elsewhere").mkdir()
    write(shelf / "conf", "tolls", RULE.format(code="DESKT1", name="t"))
    (shelf / "conf" / "checker.toml").write_text('plugins = ["./tolls.py"]\n', "utf-8")
    monkeypatch.chdir(shelf / "elsewhere")
    plugins = load_plugins(load_config(shelf / "conf" / "checker.toml"))
    assert plugins.failures == [] and "DESKT1" in plugins.rules


def test_a_plugin_without_anything_is_named(shelf: Path) -> None:
    write(shelf, "empty_desk", "def death_toll(match):\n    'A rule, but for the decorator.'\n")
    (failure,) = load("empty_desk").failures
    assert failure.error == "brings no rule and no hook: put @rule(code) before a function"


def test_parts_are_held_to_what_they_must_be(shelf: Path) -> None:
    write(
        shelf,
        "odd_desk",
        "class Model:\n    name = 'odd'\n"
        "    def encode(self, texts):\n        return [[1.0, 1.0]] * len(texts)\n"
        "    def probabilities(self, pairs):\n        return [[0.9, 0.9, 0.9]] * len(pairs)\n"
        "class Reader:\n    media_types, suffixes = ('text/x',), ('RTF',)\n    def read(self, raw, uri): ...\n"
        "def checker_make_embedder(config):\n    return Model()\n"
        "def checker_make_inferer(config):\n    return Model()\n"
        "def checker_register_readers():\n    return [Reader()]\n"
        "def checker_register_annotators():\n    return 'none'\n"
        "def checker_register_renderers():\n    return [1]\n",
    )
    plugins = load("odd_desk")
    embedder, inferer = plugins.make_embedder(Config()), plugins.make_inferer(Config())
    assert embedder and inferer
    with pytest.raises(PluginError, match=r"embedder odd of plugin odd_desk failed: .* not of unit length"):
        embedder.encode(["a"])
    with pytest.raises(PluginError, match=r"inferer odd of plugin odd_desk failed: .* no probabilities"):
        inferer.probabilities([("a", "b")])
    assert (plugins.readers, plugins.annotators, plugins.renderers) == ((), (), {})
    told = "\n".join(f.error for f in plugins.failures)
    assert "'RTF' is not like '.rtf'" in told
    assert "checker_register_annotators failed: it must return a list, not str" in told
    assert "checker_register_renderers must return a dict, not list" in told


def test_a_hook_cannot_change_the_configuration(shelf: Path) -> None:
    write(shelf, "sly_desk", "def checker_configure(config):\n    config.severity['NUM'] = 'info'\n")
    config = Config(plugins=("sly_desk",))
    (failure,) = load_plugins(config).failures
    assert failure.plugin == "sly_desk" and "changed the configuration" in failure.error
    assert config.severity == {}


SAME = """
from checker import rule
@rule("{first}")
def toll(match):
    "One."
@rule("{second}")
def toll(match):
    "Two."
"""


def test_a_rule_whose_name_is_given_again_is_named(shelf: Path) -> None:
    write(shelf, "twice_desk", SAME.format(first="DESKE1", second="DESKE2"))
    write(shelf, "copied_desk", SAME.format(first="DESKF1", second="DESKF1"))
    hidden = "def one(match):\n    'A helper.'\n"
    write(shelf, "hidden_desk", RULE.format(code="DESKG1", name="one") + hidden)
    package = shelf / "packed_desk"
    package.mkdir()
    write(package, "__init__", "from .inner import toll\ndef checker_register_rules():\n    return [toll]\n")
    write(package, "inner", SAME.format(first="DESKH1", second="DESKH2"))
    plugins = load("twice_desk", "copied_desk", "hidden_desk", "packed_desk")
    told = [(f.plugin, f.code, f.error.partition(": ")[2].partition(";")[0]) for f in plugins.failures]
    assert told == [
        ("twice_desk", "DESKE1", "its name 'toll' is given to rule DESKE2 as well"),
        ("copied_desk", "DESKF1", "its name 'toll' is given to rule DESKF1 as well"),
        ("hidden_desk", "DESKG1", "its name 'one' is given to a function as well"),
        ("packed_desk", "DESKH1", "its name 'toll' is given to rule DESKH2 as well"),
    ]
    assert "DESKE2" in plugins.rules and "DESKE1" not in plugins.rules


def test_a_rule_that_can_be_reached_by_another_name_is_not_lost(shelf: Path) -> None:
    kept = SAME.format(first="OTHER1", second="OTHER2")
    write(shelf, "other_desk", kept.replace('@rule("OTHER2")', 'kept = toll\n@rule("OTHER2")'))
    write(shelf, "made_desk", RULE.format(code="MADE1", name="one") + "two = one\ndel one\n")
    given = SAME.format(first="GIVEN1", second="GIVEN2").replace("@rule", "@keep\n@rule")
    keep = "ALL = []\ndef keep(made):\n    ALL.append(made)\n    return made\n"
    write(shelf, "given_desk", f"{keep}{given}def checker_register_rules():\n    return ALL\n")
    plugins = load("other_desk", "made_desk", "given_desk")
    assert plugins.failures == []
    assert {"OTHER1", "OTHER2", "MADE1", "GIVEN1", "GIVEN2"} <= set(plugins.rules.codes)


BROKEN = {
    "rule_tolls": (
        "from checker import rule\n@rule('DESK1')\ndef toll(match:\n",
        "SyntaxError: '(' was never closed",
    ),
    "rule_plain": (
        "from checker import rule\n@rule('DESK2')\ndef plain(match):\n    pass\n",
        "has no docstring",
    ),
}


@pytest.mark.parametrize(
    "given",
    [
        ["check", "coast.txt", "harbour.txt", "--select", "DESK"],
        ["rules", "--select", "DESK"],
        ["rules", "--preset", "tolls"],
    ],
)
def test_what_is_missing_since_a_plugin_is_broken_names_it(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: list[str]
) -> None:
    (shelf / "rules").mkdir()
    for name, (text, _) in BROKEN.items():
        write(shelf / "rules", name, text)
    for name, killed in (("coast", 12), ("harbour", 15)):
        (shelf / f"{name}.txt").write_text(f"The flood killed {killed} people on Monday.\n", "utf-8")
    (shelf / "checker.toml").write_text('rules-folder = "rules"\n', "utf-8")
    monkeypatch.chdir(shelf)
    assert main(given) == 3
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1
    assert told.err.startswith(("checker: error: No loaded rule has", "checker: error: There is no preset"))
    for name, (_, words) in BROKEN.items():
        assert f"plugin rules/{name}.py: cannot be loaded: " in told.err and words in told.err


def test_what_is_missing_without_a_broken_plugin_is_a_usage_error() -> None:
    with pytest.raises(UnknownRuleError, match="'DESK'; 'checker rules' lists all"):
        load().selection(Config(select=("DESK",)))
