"""What the rules weigh as lacking in a real story: every lack that ``checker_rules.worth`` is asked about."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]


def weighed(articles: list[dict[str, Any]], see: Callable[[Any, Any], None]) -> dict[str, str]:
    """Check the archive's articles as one story; ``see`` gets who weighs and each lack. Article IDs by document.

    Raises:
        CheckerError: the articles cannot be compared.
    """
    from checker_rules.worth import Worth

    from checker import check

    plain = Worth.of

    def of(self: Any, told: Any) -> Any:
        see(self, told)
        return plain(self, told)

    with tempfile.TemporaryDirectory() as scratch, patch.object(Worth, "of", of):
        ids = {}
        for a in articles:
            path = Path(scratch) / f"{a['ID'].lower()}.txt"
            path.write_text(f"{a['title']}\n\n{a['date']}\n\n{a['content_original']}", encoding="utf-8")
            ids[path.stem] = a["ID"]
        check(list(Path(scratch).iterdir()))
    return ids
