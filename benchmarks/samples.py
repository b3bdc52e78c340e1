"""Write reports/sample.*, one of every format, from ``seeds/un-vote``: ``make samples``."""

import os
import sys
from pathlib import Path

from checker.models.report import Report, RunInfo
from checker.render import render
from checker.testing.seeds import check_seed, load_seed

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = {
    "sample.json": "json",
    "sample.txt": "text",
    "sample.html": "html",
    "sample.md": "markdown",
    "sample.sarif": "sarif",
    "sample.junit.xml": "junit",
    "sample.github.txt": "github",
    "sample.gitlab.json": "gitlab",
}


def sample_report() -> Report:
    """The report of the sample story without its ``run``, which holds all that clock and machine decide."""
    # paths in the report are relative to the project, wherever that stands
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        report = check_seed(load_seed(Path("seeds") / "un-vote"), cache="off")
    finally:
        os.chdir(before)
    return report.model_copy(update={"run": RunInfo()})


def main() -> int:
    """Write every sample; the others are made from the JSON one, as ``checker render`` would."""
    report = sample_report()
    for name, format_ in SAMPLES.items():
        file = ROOT / "reports" / name
        file.write_text(render(report, format_), encoding="utf-8")
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
