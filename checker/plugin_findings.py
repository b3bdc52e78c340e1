"""What a plugin's hook makes of findings: held to what every other stage may rely on."""

from collections.abc import Mapping, Sequence

from checker.models.findings import Evidence, Finding


def checked(answer: Sequence[object], texts: Mapping[str, str]) -> list[Finding]:
    """The answer of a hook as findings whose words stand where they are said to, each once.

    Raises:
        TypeError: something in it is no finding.
        ValueError: a finding's words do not stand in the texts.
    """
    findings: list[Finding] = []
    for one in answer:
        if not isinstance(one, Finding):
            raise TypeError(f"it must return findings, not {type(one).__name__}")
        for part in one.evidence:
            _stands(part, texts)
        one.model_dump_json()
        if one not in findings:
            findings.append(one)
    return findings


def _stands(part: Evidence, texts: Mapping[str, str]) -> None:
    text = texts.get(part.document)
    if text is None:
        raise ValueError(f"a place in {part.document!r}, which is no account of this check")
    ends = max(part.span.end, *(m.end for m in part.marks)) if part.marks else part.span.end
    if ends > len(text) or part.span.of(text) != part.exact:
        raise ValueError(
            f"the words at {part.span.start}-{part.span.end} of {part.document} are not those quoted"
        )
