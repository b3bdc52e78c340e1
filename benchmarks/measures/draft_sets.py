"""Public sets of drafts with their sources: a draft, its source, and whether people found it borne out."""

import ast
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = ("summedits", "bump", "frank", "qags")
FILES = (
    "summedits/news-dev.json",
    "bump/task2-dev.json",
    "frank/valid.jsonl",
    "qags/mturk_cnndm.jsonl",
    "qags/mturk_xsum.jsonl",
)
# FRANK's kinds of error: 1 means that no annotator saw one
FRANK_ERRORS = ("RelE", "EntE", "CircE", "OutE", "GramE", "CorefE", "LinkE")


@dataclass(frozen=True)
class Draft:
    """One draft: ``event`` is the same for all drafts of one source; ``kinds`` names its errors.

    ``faithful`` is the label; in a set of pairs (BUMP) ``pair`` is the same for the faithful draft and its edit.
    """

    set: str
    id: str
    event: str
    source: str
    text: str
    faithful: bool
    kinds: tuple[str, ...] = ()
    pair: str = ""


def drafts_of(bench: Path, name: str) -> list[Draft]:
    """The drafts of one set, in the order of its file."""
    return {"summedits": _summedits, "bump": _bump, "frank": _frank, "qags": _qags}[name](bench)


def _summedits(bench: Path) -> list[Draft]:
    return [
        Draft(
            "summedits",
            r["id"],
            _event(r["doc"]),
            r["doc"],
            r["summary"],
            bool(r["label"]),
            tuple(r["edit_types"]),
        )
        for r in json.loads((bench / "summedits" / "news-dev.json").read_text(encoding="utf-8"))
    ]


def _bump(bench: Path) -> list[Draft]:
    found = []
    for r in json.loads((bench / "bump" / "task2-dev.json").read_text(encoding="utf-8")):
        event = _event(r["article"])
        for key, faithful in (("reference_summary", True), ("edited_summary", False)):
            found.append(
                Draft(
                    "bump",
                    f"{r['id']}-{key}",
                    event,
                    r["article"],
                    r[key],
                    faithful,
                    (r["error_type"],),
                    str(r["id"]),
                )
            )
    return found


def _frank(bench: Path) -> list[Draft]:
    """Faithful: at least half of its annotated sentences have no error. Half of a summary is a coarse cut."""
    return [
        Draft(
            f"frank {r['dataset']}",
            f"{number}-{r['hash']}",
            _event(r["article"]),
            r["article"],
            r["summary"],
            float(r["Factuality"]) >= 0.5,
            tuple(kind for kind in FRANK_ERRORS if float(r[kind]) < 1),
        )
        for number, r in enumerate(_lines(bench / "frank" / "valid.jsonl"))
    ]


def _qags(bench: Path) -> list[Draft]:
    """Faithful: most readers said of every sentence that the source bears it out."""
    found = []
    for part in ("cnndm", "xsum"):
        for number, r in enumerate(_lines(bench / "qags" / f"mturk_{part}.jsonl")):
            told = r["summary_sentences"]
            # the two parts of the set were not written the same way
            sentences = ast.literal_eval(told) if isinstance(told, str) else told
            yes = [[a["response"] == "yes" for a in s["responses"]] for s in sentences]
            found.append(
                Draft(
                    f"qags {part}",
                    f"{part}-{number}",
                    _event(r["article"]),
                    r["article"],
                    " ".join(s["sentence"] for s in sentences),
                    all(sum(votes) * 2 > len(votes) for votes in yes),
                )
            )
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _event(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:12]
