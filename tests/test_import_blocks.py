"""What is quick stays quick: verbs that need no model never import a model library, nor does the package."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.models.report import Report

ROOT = Path(__file__).parent.parent
HEAVY = (
    *(
        "torch",
        "faiss",
        "spacy",
        "onnxruntime",
        "tokenizers",
        "thinc",
        "sentence_transformers",
        "transformers",
    ),
    *("trafilatura", "pint", "dateparser", "numpy", "scipy", "lxml"),
)
BLOCKED = """
import sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {heavy!r}:
            raise RuntimeError("imported " + name)

sys.meta_path.insert(0, Block())
{code}
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh process in which the heavy libraries cannot be imported."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "CHECKER_TRACEBACK": "1"}
    return subprocess.run(
        [sys.executable, "-c", BLOCKED.format(heavy=HEAVY, code=code)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_block_blocks(tmp_path: Path) -> None:
    done = run("import numpy", tmp_path)
    assert done.returncode == 1 and "imported numpy" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], "check"),
        (["--version"], "checker"),
        (["check", "--help"], "--against"),
        (["rules"], "NUM"),
        (["rules", "--output-format", "json"], '"code": "NUM"'),
        (["explain", "NUM"], "NUM"),
        (["plugins"], "checker_rules"),
        (["doctor"], "checker_rules"),
        (["completion", "bash"], "_CHECKER_COMPLETE"),
        (["render", "report.json"], "compared"),
        (["render", "report.json", "--output-format", "html"], "<html"),
        (["diff", "report.json", "report.json"], "0 new"),
        (["baseline", "report.json"], "known"),
    ],
)
def test_quick_verbs_import_nothing_heavy(tmp_path: Path, arguments: list[str], expected: str) -> None:
    (tmp_path / "report.json").write_text(Report().model_dump_json(), "utf-8")
    done = run(f"from checker.cli import main\nsys.exit(main({json.dumps(arguments)}))", tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    assert expected in done.stdout


def test_the_public_names_are_there_without_a_model_library(tmp_path: Path) -> None:
    code = (
        "import checker\nfor name in checker.__all__: getattr(checker, name)\nprint(sorted(checker.__all__))"
    )
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr
    for name in (
        "CheckerError",
        "Finding",
        "Report",
        "check",
        "flag",
        "load_embedder",
        "load_inferer",
        "rule",
    ):
        assert f"'{name}'" in done.stdout


def test_importing_the_package_loads_none_of_it(tmp_path: Path) -> None:
    done = run(
        "import checker\nprint([m for m in sys.modules if m.startswith('checker.') or m == 'pydantic'])",
        tmp_path,
    )
    assert done.stdout.strip() == "[]"
