"""Analysed accounts on disk, so that an unchanged text is parsed once."""

import contextlib
import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from checker.models.language import Account

_MOST = 2000


class AccountCache:
    """A folder of accounts as JSON, one file a text; written whole or not at all, safe among processes.

    A file that cannot be read is as good as none: the account is analysed again and the file replaced. The oldest
    files go when there are more than 2,000.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "accounts"
        self.hits = 0

    def get(self, key: str) -> Account | None:
        """The account kept under ``key``, or None."""
        try:
            account = Account.model_validate_json((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError, ValueError):
            return None
        self.hits += 1
        return account

    def put(self, key: str, account: Account) -> None:
        """Keep an account; a folder that cannot be written to, or a file name that is no text, stops no check."""
        with contextlib.suppress(OSError, ValueError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(account.model_dump_json())
                Path(name).replace(self.folder / f"{key}.json")
            except (OSError, ValueError):
                Path(name).unlink(missing_ok=True)
            self._trim()

    def _trim(self) -> None:
        files = list(self.folder.glob("*.json"))
        if len(files) <= _MOST:
            return
        for file in sorted(files, key=lambda p: (p.stat().st_mtime, p.name))[:-_MOST]:
            file.unlink(missing_ok=True)
