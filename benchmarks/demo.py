"""Check every sample story of ``seeds/``: print what is found, write reports/demo.html and demo.json."""

import os
import shutil
import sys
from pathlib import Path

from checker import check
from checker.models.report import Report
from checker.render import render
from checker.testing.seeds import load_seed, seed_paths

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """One report over all stories of accounts as equals, and one a draft; the first is written."""
    # paths in the report as an editor would name them
    os.chdir(ROOT)
    seeds = [load_seed(path) for path in seed_paths(Path("seeds"))]
    equals = [str(seed.folder) for seed in seeds if not seed.draft]
    note("Checking the sample stories: the models are loaded, which takes some seconds.")
    report = check(equals)
    show("Accounts as equals", equals, report)
    for seed in seeds:
        if seed.draft:
            sources = [str(p) for p in seed.accounts if p != seed.draft]
            show(
                seed.title,
                [str(seed.draft), "--against", *sources],
                check([str(seed.draft)], against=sources),
            )
    folder = Path("reports")
    folder.mkdir(exist_ok=True)
    for format_ in ("html", "json"):
        (folder / f"demo.{format_}").write_text(render(report, format_), encoding="utf-8")
    print(f"The report to read:    {(folder / 'demo.html').resolve()}")
    print(f"The same for programs: {(folder / 'demo.json').resolve()}")
    return 0


def show(title: str, arguments: list[str], report: Report) -> None:
    """One report as ``checker check`` prints it, below the command that makes it."""
    color = sys.stdout.isatty()
    line = f"== {title} =="
    print(f"\033[1m{line}\033[0m" if color else line)
    print(f"checker check {' '.join(arguments)}\n")
    print(render(report, "text", color=color, width=min(100, shutil.get_terminal_size((100, 24)).columns)))


def note(sentence: str) -> None:
    """Tell the one who waits, not the one who reads the output later."""
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
