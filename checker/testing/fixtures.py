"""``check_texts`` as a fixture, for a conftest that says ``pytest_plugins = ["checker.testing.fixtures"]``.

No entry point of pytest brings it: pytest would then rewrite every module of the checker in every run of anybody.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.models.report import Report


@pytest.fixture(scope="session")
def check_texts() -> "Callable[..., Report]":
    """A whole check of texts in memory: ``report = check_texts({"coast": "...", "harbour": "..."})``."""
    from checker.testing.texts import check_texts as check

    return check
