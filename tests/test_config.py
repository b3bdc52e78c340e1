"""The configuration: where it is found, what it refuses, where each value came from."""

from pathlib import Path

import pytest

from checker.config import Config, find_config, load_config
from checker.errors import ConfigError
from checker.toml_lines import line_of


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    config = load_config(start=tmp_path)
    assert config.fail_on == "error" and config.select == ()
    assert set(config.origins.values()) == {"default"}


def test_found_upward_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        tmp_path,
        "pyproject.toml",
        '[project]\nname = "x"\n\n[tool.checker]\nfail-on = "warning"\ntime-limit = 2\n',
    )
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    config = load_config(start=inner)
    assert (config.fail_on, config.time_limit) == ("warning", 2)
    assert config.origins["fail-on"] == "pyproject.toml:5"
    assert config.origins["time-limit"] == "pyproject.toml:6"


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path, "checker.toml", "time-limit = 3\n")
    write(tmp_path, "inner/pyproject.toml", "[tool.other]\nx = 1\n")
    assert find_config(tmp_path / "inner") == tmp_path / "checker.toml"


@pytest.mark.parametrize(
    "text",
    [
        '[tool."checker"]\nfail-on = "warning"\n',
        "[ tool . 'checker' ]\nfail-on = 'warning'\n",
        '[tool]\nchecker = { fail-on = "warning" }\n',
        'tool.checker.fail-on = "warning"\n',
        '\ufeff[tool."checker"]\nfail-on = "warning"\n',
    ],
)
def test_our_table_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    write(tmp_path, "pyproject.toml", text)
    assert load_config(start=tmp_path).fail_on == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "[tool.checkers]\nx = 1\n",
        'about = "[tool.checker]"\n',
        'tool = "[tool.checker]"\n',
        "[tool.other]\nx = \n",
    ],
)
def test_words_that_look_like_our_table_are_passed_by(tmp_path: Path, text: str) -> None:
    write(tmp_path, "checker.toml", "time-limit = 3\n")
    write(tmp_path, "inner/pyproject.toml", text)
    assert find_config(tmp_path / "inner") == tmp_path / "checker.toml"


@pytest.mark.parametrize("text", ["[tool.checker\nx = 1\n", "[tool.'checker']\nx = \n"])
def test_a_pyproject_of_ours_that_is_not_toml_is_an_error(tmp_path: Path, text: str) -> None:
    write(tmp_path, "pyproject.toml", text)
    with pytest.raises(ConfigError, match="is not valid TOML"):
        load_config(start=tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("pyproject.toml", "[tool]\nchecker = 3\n", "tool.checker must be a table."),
        ("pyproject.toml", "[[tool.checker]]\nx = 3\n", "tool.checker must be a table."),
        ("pyproject.toml", "tool = 3\n", "tool must be a table."),
        ("checker.toml", "tool = 3\n", "unknown setting 'tool'"),
        ("checker.toml", "tool = 'a checker'\n", "unknown setting 'tool'"),
    ],
)
def test_a_table_that_is_none_is_an_error(tmp_path: Path, name: str, text: str, words: str) -> None:
    file = write(tmp_path, name, text)
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert words in str(error.value)


def test_the_command_line_wins_and_says_so(tmp_path: Path) -> None:
    file = write(tmp_path, "checker.toml", 'select = ["NUM"]\nignore = ["DATE"]\n')
    config = load_config(file, overrides={"select": "VOTE, NEG"})
    assert config.select == ("VOTE", "NEG") and config.origins["select"] == "command line"
    assert config.ignore == ("DATE",) and config.origins["ignore"].endswith(":2")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("selct = ['NUM']\n", ["checker.toml:1", "'selct'", "did you mean 'select'"]),
        ("\nmin-confidence = 3\n", ["checker.toml:2", "min-confidence", "less than or equal to 1"]),
        ("fail-on = 'always'\n", ["fail-on", "'error', 'warning' or 'never'", "'always'"]),
        ("[severity]\nNUM = 'fatal'\n", ["checker.toml:1", "severity.NUM"]),
        ("time-limit = \n", ["not valid TOML"]),
        ("[[severity]]\nNUM = 'error'\n", ["severity"]),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_line(tmp_path: Path, text: str, parts: list[str]) -> None:
    file = write(tmp_path, "checker.toml", text)
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert "\n" not in str(error.value)
    for part in parts:
        assert part in str(error.value)


def test_a_missing_file_and_one_that_is_not_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Cannot read"):
        load_config(tmp_path / "no.toml")
    (tmp_path / "checker.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(tmp_path / "checker.toml")


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    file = write(
        tmp_path, "desk/checker.toml", 'rules-folder = "rules"\nbaseline = "known.json"\ncache = "off"\n'
    )
    config = load_config(file)
    assert config.rules_folder == str(tmp_path / "desk" / "rules")
    assert config.baseline == str(tmp_path / "desk" / "known.json")
    assert config.cache_folder is None


def test_described_holds_every_key_with_its_origin() -> None:
    described = Config.of({"time-limit": 4}, "argument").described()
    assert described["time-limit"] == {"value": 4.0, "origin": "argument"}
    assert described["fail-on"] == {"value": "error", "origin": "default"}
    assert "origins" not in described


def test_lines_of_dotted_and_nested_keys() -> None:
    text = "a = 1\n# b = 2\nc.d = 3\n[t]\nb = 2\n[t.'u v'] # end\nx = 1\n"
    assert line_of(text, ("a",)) == 1
    assert line_of(text, ("b",)) == 0
    assert line_of(text, ("c",)) == 3
    assert line_of(text, ("t", "b")) == 5
    assert line_of(text, ("t", "u v", "x")) == 7
