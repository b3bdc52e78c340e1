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
    """One report over all stories of accounts as equals, the demo; and one a draft."""
    # paths in the report as an editor would name them
    os.chdir(ROOT)
    seeds = [load_seed(path) for path in seed_paths(Path("seeds"))]
    equals = [str(seed.folder) for seed in seeds if not seed.draft]
    print("Checking the sample stories; the models are loaded first.", file=sys.stderr)
    report = check(equals)
    show("Accounts as equals", equals, report)
    written = {f"demo.{format_}": render(report, format_) for format_ in ("html", "json")}
    for seed in seeds:
        if seed.draft:
            sources = [str(p) for p in seed.accounts if p != seed.draft]
            checked = check([str(seed.draft)], against=sources)
            show(seed.title, [str(seed.draft), "--against", *sources], checked)
            written[f"demo-{seed.folder.name}.html"] = render(checked, "html")
    folder = Path("reports").resolve()
    folder.mkdir(exist_ok=True)
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"The report to read:    {folder / 'demo.html'}")
    print(f"The same for programs: {folder / 'demo.json'}")
    for name in sorted(set(written) - {"demo.html", "demo.json"}):
        print(f"A draft's report:      {folder / name}")
    return 0


def show(title: str, arguments: list[str], report: Report) -> None:
    """One report as ``checker check`` prints it, below the command that makes it."""
    color = sys.stdout.isatty()
    line = f"== {title} =="
    print(f"\033[1m{line}\033[0m" if color else line)
    print(f"checker check {' '.join(arguments)}\n")
    print(render(report, "text", color=color, width=min(100, shutil.get_terminal_size((100, 24)).columns)))


if __name__ == "__main__":
    sys.exit(main())
