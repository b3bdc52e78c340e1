"""Write docs/rules/ from the rules' docstrings: ``make docs``."""

from pathlib import Path

from checker.config import Config
from checker.plugin_manager import load_plugins
from checker.rules.pages import page

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def main() -> None:
    """One page a shipped rule; pages of rules that are gone are removed."""
    infos = {
        info.code: info
        for info in load_plugins(Config()).rules.infos
        if info.plugin.startswith("checker_rules")
    }
    for file in FOLDER.glob("*.md"):
        if file.stem not in infos:
            file.unlink()
    for code, info in infos.items():
        (FOLDER / f"{code}.md").write_text(page(info), encoding="utf-8")


if __name__ == "__main__":
    main()
