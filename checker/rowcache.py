"""Rows of float32 kept on disk, by model and text: what was computed once is not computed again.

One SQLite file in the user's cache folder (``CHECKER_CACHE_DIR`` overrides it, ``CHECKER_NO_CACHE`` turns it
off). Several processes may use it at once and any may be killed: SQLite's write-ahead log keeps it whole. The
cache is a convenience, so it never fails a check: a damaged file is set aside, a full disk is passed over.
"""

import os
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Row = NDArray[numpy.float32]

SCHEMA = """
CREATE TABLE IF NOT EXISTS rows (
    id INTEGER PRIMARY KEY, model TEXT NOT NULL, key BLOB NOT NULL, crc INTEGER NOT NULL, row BLOB NOT NULL,
    UNIQUE (model, key)
)"""
LIMIT = 1 << 30  # bytes; beyond it the older half of the rows is dropped when the file is opened
AT_ONCE = 400  # keys a query, below SQLite's smallest limit on parameters


def cache_folder(wanted: Path | bool | None = True) -> Path | None:
    """Where caches lie: ``wanted``, or the user's own folder when it is True; None when they are off.

    The environment has the last word: CHECKER_NO_CACHE=1 turns caches off, CHECKER_CACHE_DIR names the
    folder.
    """
    if wanted is None or wanted is False or os.environ.get("CHECKER_NO_CACHE", "") not in ("", "0"):
        return None
    if named := os.environ.get("CHECKER_CACHE_DIR"):
        return Path(named)
    if isinstance(wanted, Path):
        return wanted
    from platformdirs import user_cache_path

    return user_cache_path("fact-consistency-checker")


class RowCache:
    """Rows of one model in one SQLite file; ``model`` is a digest, so that other weights never answer."""

    def __init__(self, path: Path, model: str) -> None:
        self.path = path
        self.model = model
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._off = False

    def get(self, keys: Iterable[bytes], width: int | None = None) -> dict[bytes, "Row"]:
        """The rows that are known, of ``width`` floats if one is given; a damaged row counts as unknown."""
        import numpy

        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, Row] = {}

        def read(connection: sqlite3.Connection) -> None:
            for start in range(0, len(wanted), AT_ONCE):
                part = wanted[start : start + AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, crc, row FROM rows WHERE model = ? AND key IN ({marks})"  # noqa: S608
                for key, crc, blob in connection.execute(query, (self.model, *part)):
                    whole = isinstance(blob, bytes) and zlib.crc32(blob) == crc and len(blob) % 4 == 0
                    if whole and (width is None or len(blob) == 4 * width):
                        found[bytes(key)] = numpy.frombuffer(blob, dtype="<f4").astype(numpy.float32)

        self._run(read)
        return found

    def put(self, rows: Mapping[bytes, "Row"]) -> None:
        """Keep rows, all in one transaction."""
        values = []
        for key, row in rows.items():
            blob = row.astype("<f4").tobytes()
            values.append((self.model, key, zlib.crc32(blob), blob))

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO rows (model, key, crc, row) VALUES (?, ?, ?, ?)", values
                )

        if values:
            self._run(write)

    def close(self) -> None:
        """Close the file; it opens again when it is used."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None and self._process == os.getpid():
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _run(self, action: Callable[[sqlite3.Connection], None]) -> None:
        """Do it; with a damaged file once more on a new one; give the cache up on any other trouble."""
        with self._lock:
            for _ in range(2):
                if self._off:
                    return
                try:
                    action(self._open())
                    return
                except sqlite3.OperationalError:  # locked for too long, disk full, folder not writable
                    self._close()
                    self._off = True
                except sqlite3.DatabaseError:  # not a database, or a malformed one
                    self._close()
                    self._set_aside()
                except OSError:
                    self._off = True

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None and self._process == os.getpid():
            return self._connection
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=10, check_same_thread=False)
        self._connection, self._process = connection, os.getpid()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            connection.execute(SCHEMA)
            if self.path.stat().st_size > LIMIT:
                connection.execute("DELETE FROM rows WHERE id <= (SELECT (MIN(id) + MAX(id)) / 2 FROM rows)")
        return connection

    def _set_aside(self) -> None:
        for end in ("", "-wal", "-shm"):
            file = self.path.with_name(self.path.name + end)
            with suppress(OSError):
                file.replace(file.with_name(file.name + ".damaged"))
