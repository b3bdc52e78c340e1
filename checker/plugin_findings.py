"""What a plugin's hook makes of findings: held to what every other stage may rely on."""

import json
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from checker.hints import did_you_mean
from checker.models.findings import Evidence, Finding


def checked(answer: Sequence[object], texts: Mapping[str, str]) -> list[Finding]:
    """The answer of a hook as findings that are whole and whose words stand where they are said to, each once.

    Raises:
        TypeError: something in it is no finding, or its data is not JSON.
        ValueError: a finding has a field that it cannot have, or its words do not stand in the texts.
    """
    findings: list[Finding] = []
    for one in answer:
        if not isinstance(one, Finding):
            raise TypeError(f"it must return findings, not {type(one).__name__}")
        whole = _whole(one)
        for part in whole.evidence:
            _stands(part, texts)
        if whole not in findings:
            findings.append(whole)
    return findings


def _whole(finding: Finding) -> Finding:
    """The finding made anew: ``model_copy(update=...)`` takes whatever it is given, and a report cannot hold it."""
    for name in vars(finding):
        if name not in Finding.model_fields:
            raise ValueError(f"a finding has no {name!r}{did_you_mean(name, Finding.model_fields)}")
    try:
        made = Finding.model_validate(finding.model_dump(warnings=False))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"the {where} of a finding: {first['msg']}") from None
    try:
        data = json.loads(json.dumps(made.data, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise TypeError(f"the data of a finding must be JSON values: {error}") from None
    made = made.model_copy(update={"data": data})
    # what cannot be written as UTF-8 shows only now
    made.model_dump_json()
    return made


def _stands(part: Evidence, texts: Mapping[str, str]) -> None:
    text = texts.get(part.document)
    if text is None:
        raise ValueError(f"a place in {part.document!r}, which is no account of this check")
    ends = max(part.span.end, *(m.end for m in part.marks)) if part.marks else part.span.end
    if ends > len(text) or part.span.of(text) != part.exact:
        raise ValueError(
            f"the words at {part.span.start}-{part.span.end} of {part.document} are not those quoted"
        )
