"""The report as JSON: the contract with other tools, written and read back."""

import json
from typing import Any

from pydantic import ValidationError

from checker.errors import UsageError
from checker.models.report import FORMAT, Report
from checker.render.safe import dump_json

SCHEMA_FILE = "report.schema.json"


def render(report: Report) -> str:
    """The whole report, keys sorted, indented by two; ``read_report`` gives an equal report back."""
    # as Python values: pydantic's own writer refuses the halves of surrogate pairs that a file name can hold;
    # numbers that JSON lacks become null
    return dump_json(json.loads(json.dumps(report.model_dump()), parse_constant=lambda _: None))


def read_report(text: str, name: str = "the file") -> Report:
    """The report that ``render`` wrote.

    Raises:
        UsageError: not JSON, not a report, or one of another format version.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{name} is not JSON, so it cannot be a report.") from None
    if not isinstance(value, dict) or "findings" not in value:
        raise UsageError(f"{name} is JSON, but not a report of this checker.")
    if value.get("format") != FORMAT:
        raise UsageError(
            f"{name} is a report of format {value.get('format')!r}; this version reads format {FORMAT}."
        )
    try:
        return Report.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{name} is not a valid report: {where}: {first['msg']}.") from None


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report as written, made from the models."""
    made = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def write_schema() -> str:
    """The text of the committed schema file."""
    return dump_json(schema())
