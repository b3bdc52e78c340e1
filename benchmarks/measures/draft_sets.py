"""Sets of drafts with their sources: a draft, its source, and whether its readers found it borne out.

Four are public; ``readers`` is ours: language models, as readers, wrote summaries of articles of the archive and others
with a single error (``training/support/drafts.jsonl.gz`` names the article and holds what they wrote).
"""

import ast
import gzip
import hashlib
import json
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = ("summedits", "bump", "frank", "qags")
# what the weights are fitted on beside public sets, and no benchmark
READERS = "readers"
WRITTEN = Path(__file__).resolve().parents[2] / "training" / "support" / "drafts.jsonl.gz"
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
    known = {"summedits": _summedits, "bump": _bump, "frank": _frank, "qags": _qags, READERS: _readers}
    return known[name](bench)


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


def _readers(bench: Path) -> list[Draft]:
    """Faithful: ``f1`` to ``f3``; ``b1`` to ``b3`` have one error each, of the kind that ``kinds`` names."""
    with gzip.open(WRITTEN, "rt", encoding="utf-8") as lines:
        written = [json.loads(line) for line in lines]
    wanted = {row["article"] for row in written}
    with lzma.open(bench / "archive" / "articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        sources = {a["ID"]: a["content_original"] for a in map(json.loads, lines) if a["ID"] in wanted}
    found = []
    for row in written:
        kinds = {f"b{n}": (kind,) for n, kind in enumerate(row["kinds"], 1)}
        found += [
            Draft(
                READERS,
                f"{row['article']}-{name}",
                row["article"],
                sources[row["article"]],
                row[name],
                name[0] == "f",
                kinds.get(name, ()),
            )
            for name in ("f1", "f2", "f3", "b1", "b2", "b3")
            if name in row
        ]
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _event(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:12]
