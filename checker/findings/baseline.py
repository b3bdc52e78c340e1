"""A baseline: the findings of an earlier report that are known, so that only new ones stop a publication."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from checker.errors import ConfigError
from checker.models.findings import Finding

FORMAT = 1
REASON = "known: in the baseline"


def write_baseline(findings: Iterable[Finding]) -> str:
    """The baseline of these findings as JSON: fingerprints with code and message, sorted.

    What an older baseline knows stays known as long as it is found; what an editor put aside has its own file.
    """
    kept = [f for f in findings if f.suppressed in ("", REASON)]
    known = {f.fingerprint: {"code": f.code, "message": f.message} for f in kept}
    return (
        json.dumps({"format": FORMAT, "known": dict(sorted(known.items()))}, indent=2, ensure_ascii=False)
        + "\n"
    )


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints of a baseline file.

    Raises:
        ConfigError: it is missing or was not written by ``checker baseline``.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise ConfigError(
                f"The baseline {file} has format {data['format']!r}; this version reads {FORMAT}."
            )
        return frozenset(data["known"])
    except OSError as error:
        raise ConfigError(f"Cannot read the baseline {file}: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError):
        raise ConfigError(
            f"{file} is not a baseline: write one with 'checker baseline REPORT.json'."
        ) from None


def mark_known(findings: Iterable[Finding], known: Collection[str]) -> list[Finding]:
    """The findings, those of the baseline with that as their reason in ``suppressed``; none is left out."""
    return [
        f.model_copy(update={"suppressed": REASON}) if f.fingerprint in known and not f.suppressed else f
        for f in findings
    ]
