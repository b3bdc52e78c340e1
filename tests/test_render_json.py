"""JSON: nothing is lost, the committed schema is the models' own, wrong files are told apart."""

import json
import math
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from factories_report import HOSTILE, REPORTS, hostile, un_vote

from checker.errors import UsageError
from checker.render import render
from checker.render.json_ import SCHEMA_FILE, read_report, write_schema


def committed() -> str:
    return files("checker.render").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_comes_back_whole(name: str) -> None:
    report = REPORTS[name]()
    written = render(report, "json")
    assert read_report(written) == report
    assert render(read_report(written), "json") == written
    assert json.loads(written) == report.model_dump(mode="json")


def test_keys_are_sorted_and_letters_readable() -> None:
    written = render(un_vote(), "json")
    assert list(json.loads(written)) == sorted(json.loads(written))
    assert "“The progress we have made" in written


def test_hidden_characters_are_escaped_and_kept() -> None:
    written = render(hostile(), "json")
    assert "\\u202e" in written and "\\u001b" in written
    assert json.loads(written)["documents"][0]["title"] == HOSTILE


def test_numbers_that_json_lacks_do_not_break_it() -> None:
    report = un_vote()
    odd = report.findings[0].model_copy(update={"data": {"low": -math.inf, "high": math.nan}})
    written = render(report.model_copy(update={"findings": (odd,)}), "json")
    assert json.loads(written)["findings"][0]["data"] == {"low": None, "high": None}


def test_the_committed_schema_is_the_models_own() -> None:
    assert committed() == write_schema(), "run: python -m checker.render.schema"


@pytest.mark.parametrize("name", REPORTS)
def test_samples_satisfy_the_schema(name: str) -> None:
    schema = json.loads(committed())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render(REPORTS[name](), "json")), schema)


@pytest.mark.parametrize(
    "path", [("findings", 0, "verdict"), ("findings", 0, "primary", "role"), ("documents", 0, "text")]
)
def test_the_schema_refuses_what_is_no_report(path: tuple[str | int, ...]) -> None:
    value = json.loads(render(un_vote(), "json"))
    at = value
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = {"not": "this"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, json.loads(committed()))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<html>", "r.json is not JSON"),
        ("[" * 100_000, "r.json is not JSON"),
        ("[]", "not a report of this checker"),
        ('{"findings": [], "format": 99}', "of format 99; this version reads format 1"),
        ('{"findings": [{}], "format": 1}', r"not a valid report: findings\.0\.code: Field required"),
    ],
)
def test_a_wrong_file_is_one_sentence(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        read_report(text, "r.json")
    assert "\n" not in str(caught.value)


def test_every_field_is_explained() -> None:
    page = (Path(__file__).parent.parent / "docs/report-format.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    schema = json.loads(committed())
    for name, model in {**schema["$defs"], "Report": schema}.items():
        explained = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| ([^|]*) \|", sections[name], re.M))))
        assert explained == set(model["properties"]), name
