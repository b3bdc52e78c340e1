"""Tokenise the public pairs: one npz a group of sources, and the development sets."""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from pathlib import Path

from pairs import tokenise
from tokenizers import Tokenizer

Row = tuple[str, str, str]
GROUPS = {
    "NewProtocols-base": "newprotocols",
    "NewProtocols-contrast": "newprotocols",
    "NewProtocols-edit_other": "newprotocols",
    "NewProtocols-edit_premise": "newprotocols",
    "NewProtocols-paragraph": "newprotocols",
    "DISCO-orig(SNLI)": "snli",
    "SNLI-dev": "snli",
    "DISCO-cf-filtered": "disco",
    "FEVER-nei-constructed": "fever-nei",
    "WANLI-subset": "wanli",
    "CAD-SNLI": "cad",
    "HELP-partial": "help",
    "ConjNLI": "conjnli",
    "LingNLI": "lingnli",
    "FeverSymmetric": "feversymmetric",
    "MNLI-dev": "mnli",
    "SNLI-test": "snli",
}


def group_of(row: dict[str, str | float]) -> str | None:
    """The group a pair belongs to, or None where it is too noisy to use."""
    source = str(row["source"])
    if source == "FEVER":
        return "fever-c" if row["label"] == "contradiction" else "fever-e"
    if source == "FEVER-nei-constructed" and float(row["overlap"]) > 0.5:
        return None
    return GROUPS[source]


def read(path: Path) -> dict[str, list[Row]]:
    """Rows by group; texts wholly in capitals or quotes of a table are left as they are."""
    groups: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = group_of(row)
            if name:
                premise, hypothesis = (
                    str(row[k]).replace('""', '"').strip() for k in ("premise", "hypothesis")
                )
                groups[name].append((premise, hypothesis, row["label"]))
    return groups


def main() -> None:
    """Write ``OUT/train`` and ``OUT/dev``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pairs", type=Path, required=True, help="folder with train.jsonl.gz and dev.jsonl.gz"
    )
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    for part, longest in (("train", 144), ("dev", 256)):
        for name, rows in sorted(read(args.pairs / f"{part}.jsonl.gz").items()):
            pairs = tokenise(rows, tokenizer, longest)
            pairs.save(args.out / part / f"{name}.npz")
            print(part, name, len(pairs), round(float(pairs.lengths.mean()), 1), flush=True)


if __name__ == "__main__":
    main()
