"""Sample stories with what must be found in them: read ``story.toml`` and ``expected.toml``, hold a report to them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import ConfigError
from checker.models.findings import Evidence, Finding
from checker.models.report import Report

ENDINGS = (".txt", ".md", ".html")


@dataclass(frozen=True)
class Seed:
    """A folder with the accounts of one story; ``draft`` is the account that is checked against the others."""

    folder: Path
    title: str
    accounts: tuple[Path, ...]
    draft: Path | None
    find: tuple[dict[str, Any], ...]
    never: tuple[dict[str, Any], ...]


def seed_paths(root: Path) -> list[Path]:
    """The folders below ``root`` that hold a ``story.toml``, sorted."""
    return sorted(p.parent for p in root.glob("*/story.toml"))


def load_seed(folder: Path) -> Seed:
    """Read a sample story.

    Raises:
        ConfigError: a file is missing or says something unknown.
    """
    try:
        story = tomllib.loads((folder / "story.toml").read_text("utf-8"))
        expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"The sample story {folder} cannot be read: {error}.") from None
    known = {"about", "codes", "categories", "verdict", "in", "absent", "quote", "marks"}
    for entry in (*expected.get("find", ()), *expected.get("never", ())):
        if unknown := set(entry) - known:
            raise ConfigError(f"{folder / 'expected.toml'}: unknown key {sorted(unknown)[0]!r}.")
    accounts = tuple(sorted(p for p in folder.iterdir() if p.suffix in ENDINGS))
    draft = folder / story["draft"] if "draft" in story else None
    return Seed(
        folder,
        story["title"],
        accounts,
        draft,
        tuple(expected.get("find", ())),
        tuple(expected.get("never", ())),
    )


def check_seed(seed: Seed, **settings: Any) -> Report:
    """Check the accounts of a sample story as its ``story.toml`` says."""
    from checker import check

    if seed.draft is None:
        return check([str(p) for p in seed.accounts], **settings)
    return check([str(seed.draft)], against=[str(p) for p in seed.accounts if p != seed.draft], **settings)


def complaints(seed: Seed, report: Report) -> list[str]:
    """What the report lacks, what it must not say, and every ``fail`` that nobody expected; empty when all is well."""
    stems = {d.id: Path(d.uri).stem for d in report.documents}
    wrong = [
        f"not found: {e['about']}" for e in seed.find if not any(_meets(f, e, stems) for f in report.findings)
    ]
    wrong += [
        f"must not be said ({e['about']}): {f.code} {f.message}"
        for e in seed.never
        for f in report.findings
        if _meets(f, e, stems)
    ]
    wrong += [
        f"a sure finding that nobody expected: {f.code} {f.message}"
        for f in report.findings
        if f.verdict == "fail" and not any(_meets(f, e, stems) for e in seed.find)
    ]
    return wrong


def _meets(finding: Finding, entry: dict[str, Any], stems: dict[str, str]) -> bool:
    if "codes" in entry and not {finding.code, *finding.data.get("also", ())} & set(entry["codes"]):
        return False
    if "categories" in entry and finding.category not in entry["categories"]:
        return False
    if "verdict" in entry and finding.verdict != entry["verdict"]:
        return False
    if "absent" in entry and not any(
        e.role == "absent" and stems[e.document] == entry["absent"] for e in finding.evidence
    ):
        return False
    said = [
        e
        for e in finding.evidence
        if e.role != "absent" and stems[e.document] == entry.get("in", stems[e.document])
    ]
    if "in" in entry and not said:
        return False
    if "quote" in entry and not any(entry["quote"] in e.exact for e in said):
        return False
    return "marks" not in entry or any(entry["marks"] in words for e in said for words in _marked(e))


def _marked(evidence: Evidence) -> Sequence[str]:
    start = evidence.span.start
    return [evidence.exact[m.start - start : m.end - start] for m in evidence.marks]
