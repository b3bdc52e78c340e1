"""What a check does not need it does not import: known accounts need no parser, plain text no HTML reader."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import check

ROOT = Path(__file__).parent.parent
ACCOUNTS = [str(p) for p in sorted((ROOT / "seeds" / "ferry-fire").glob("*.txt"))]
CACHED = ("spacy", "thinc", "dateparser", "pint", "onnxruntime", "tokenizers")
NEVER = (
    "torch",
    "transformers",
    "sentence_transformers",
    "trafilatura",
    "lxml",
    "jinja2",
    "scipy",
    "sklearn",
)
CHILD = """
import json, sys
from checker import check

report = check(sys.argv[1:])
imported = sorted({m.partition(".")[0] for m, module in sys.modules.items() if module is not None})
print(json.dumps({"imported": imported, "counts": report.run.counts}))
"""


def imported(cache: Path, *, accounts: list[str] = ACCOUNTS) -> tuple[set[str], dict[str, int]]:
    """What a fresh process has imported after a check, and its counts."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("CHECKER_")}
    paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "CHECKER_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *accounts],
        env={**inherited, **paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return set(told["imported"]), told["counts"]


def test_a_check_of_known_accounts_imports_no_parser_and_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("CHECKER_NO_CACHE", raising=False)
    before = check(ACCOUNTS)
    assert before.run.counts["accounts_from_cache"] == 0
    names, counts = imported(tmp_path)
    assert counts["accounts_from_cache"] == len(ACCOUNTS) and counts["texts_embedded"] == 0
    assert "pydantic" in names
    assert names.isdisjoint((*CACHED, *NEVER)), sorted(names & {*CACHED, *NEVER})


def test_a_check_of_new_accounts_imports_what_it_needs_and_no_more(tmp_path: Path) -> None:
    names, counts = imported(tmp_path)
    assert counts["accounts_from_cache"] == 0
    assert {"spacy", "onnxruntime", "tokenizers", "faiss"} <= names
    assert names.isdisjoint(NEVER), sorted(names & set(NEVER))
    # the parser's command line: downloads, training, project templates
    assert names.isdisjoint({"weasel", "typer", "httpx", "requests"})


def test_what_was_left_out_of_the_parser_can_still_be_had() -> None:
    code = """
import sys
from checker.parse import load_pipeline

nlp = load_pipeline()
assert nlp is load_pipeline("")
assert "spacy.cli" not in sys.modules and "torch" not in sys.modules
import spacy

print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
assert "spacy.cli.info" in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True"
