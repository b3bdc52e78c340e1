"""Check every sample story of ``seeds/``: print the findings, write reports/demo.html and reports/demo.json."""

import sys
from pathlib import Path

from checker import check
from checker.render import render
from checker.testing.seeds import load_seed, seed_paths

ROOT = Path(__file__).parent.parent


def main() -> int:
    """One report over all stories of accounts as equals, then one a draft; the first is written as the demo."""
    seeds = [load_seed(path) for path in seed_paths(ROOT / "seeds")]
    equals = [str(p) for seed in seeds if not seed.draft for p in seed.accounts]
    report = check(equals, progress=lambda stage: print(f"... {stage}", file=sys.stderr))
    for seed in seeds:
        if seed.draft:
            against = [str(p) for p in seed.accounts if p != seed.draft]
            print(f"\n{seed.title}\n")
            print(render(check([str(seed.draft)], against=against), "text", color=sys.stdout.isatty()))
    print(render(report, "text", color=sys.stdout.isatty()))
    folder = ROOT / "reports"
    for format_ in ("html", "json"):
        (folder / f"demo.{format_}").write_text(render(report, format_), encoding="utf-8")
    print(f"\nThe report to read: {folder / 'demo.html'}\nThe same for programs: {folder / 'demo.json'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
